package callcentre.cloud.template;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * SAM's {@code Globals}: mappings are merged, lists are joined with the global entries first,
 * anything else of the resource replaces the global (AWS SAM developer guide, "Globals section").
 */
final class Globals {

  private static final String SERVERLESS = "AWS::Serverless::";

  private Globals() {}

  static Map<String, Object> apply(Map<String, Object> globals, Map<String, Object> declaration) {
    Object type = declaration.getOrDefault("Type", "");
    if (!(type instanceof String name) || !name.startsWith(SERVERLESS)) {
      return declaration;
    }
    Object shared = globals.get(name.substring(SERVERLESS.length()));
    if (shared == null) {
      return declaration;
    }
    Map<String, Object> merged = new LinkedHashMap<>(declaration);
    merged.put("Properties", merge(shared, declaration.getOrDefault("Properties", Map.of())));
    return merged;
  }

  private static Object merge(Object global, Object own) {
    if (global instanceof Map<?, ?> below && own instanceof Map<?, ?> above) {
      if (Evaluation.isIntrinsic(below) || Evaluation.isIntrinsic(above)) {
        return own;
      }
      Map<String, Object> merged = Shape.map("Globals", below);
      Shape.map("Globals", above)
          .forEach(
              (key, value) -> {
                Object before = merged.get(key);
                merged.put(key, before == null ? value : merge(before, value));
              });
      return merged;
    }
    if (global instanceof List<?> first && own instanceof List<?> second) {
      List<Object> joined = new ArrayList<>(first);
      joined.addAll(second);
      return joined;
    }
    return own;
  }
}
