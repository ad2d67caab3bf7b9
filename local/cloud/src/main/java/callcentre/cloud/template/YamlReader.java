package callcentre.cloud.template;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.AbstractConstruct;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.representer.Representer;
import org.yaml.snakeyaml.resolver.Resolver;

/**
 * CloudFormation's YAML: short intrinsics ({@code !Ref X}) become their long form ({@code {Ref:
 * X}}), dates stay texts, a key may stand only once.
 */
final class YamlReader {

  private YamlReader() {}

  /**
   * The document as maps, lists, texts, numbers and booleans.
   *
   * @throws TemplateException when it is no YAML or no mapping
   */
  static Map<String, Object> read(String yaml) {
    LoaderOptions options = new LoaderOptions();
    options.setAllowDuplicateKeys(false);
    options.setCodePointLimit(Integer.MAX_VALUE);
    Yaml reader =
        new Yaml(
            new Intrinsics(options),
            new Representer(new DumperOptions()),
            new DumperOptions(),
            options,
            new PlainTypes());
    Object document;
    try {
      document = reader.load(yaml);
    } catch (YAMLException malformed) {
      throw new TemplateException("YAML", String.valueOf(malformed.getMessage()));
    }
    if (document == null) {
      throw new TemplateException("YAML", "is empty");
    }
    return Shape.map("the document", frozen(document));
  }

  /**
   * YAML 1.1 without timestamps and without {@code yes} and {@code on}, as CloudFormation reads.
   */
  private static final class PlainTypes extends Resolver {

    private static final Pattern TRUE_OR_FALSE =
        Pattern.compile("^(?:true|True|TRUE|false|False|FALSE)$");

    @Override
    protected void addImplicitResolvers() {
      addImplicitResolver(Tag.BOOL, TRUE_OR_FALSE, "tTfF");
      addImplicitResolver(Tag.INT, Pattern.compile("^[-+]?(?:0|[1-9][0-9]*)$"), "-+0123456789");
      addImplicitResolver(Tag.FLOAT, FLOAT, "-+0123456789.");
      addImplicitResolver(Tag.MERGE, MERGE, "<");
      addImplicitResolver(Tag.NULL, NULL, "~nN\0");
      addImplicitResolver(Tag.NULL, EMPTY, null);
    }
  }

  private static final class Intrinsics extends SafeConstructor {

    Intrinsics(LoaderOptions options) {
      super(options);
      yamlMultiConstructors.put("!", new LongForm());
    }

    private final class LongForm extends AbstractConstruct {

      @Override
      public Object construct(Node node) {
        String name = node.getTag().getValue().substring(1);
        Object argument =
            switch (node) {
              case ScalarNode scalar -> scalar.getValue();
              case SequenceNode list -> constructSequence(list);
              case MappingNode map -> constructMapping(map);
              default -> throw new TemplateException("!" + name, "is of an unknown form");
            };
        return Map.of(longName(name), "GetAtt".equals(name) ? attribute(argument) : argument);
      }

      private String longName(String name) {
        return "Ref".equals(name) || "Condition".equals(name) ? name : "Fn::" + name;
      }

      private Object attribute(Object argument) {
        return argument instanceof String text ? splitAtFirstDot(text) : argument;
      }
    }
  }

  /** {@code Queue.Arn} as the list that {@code Fn::GetAtt} takes. */
  static List<String> splitAtFirstDot(String text) {
    int dot = text.indexOf('.');
    return dot < 0 ? List.of(text) : List.of(text.substring(0, dot), text.substring(dot + 1));
  }

  /** A deep copy that nobody can change. */
  static Object frozen(Object value) {
    return switch (value) {
      case Map<?, ?> map -> {
        Map<String, Object> copy = new LinkedHashMap<>();
        map.forEach(
            (key, entry) ->
                copy.put(String.valueOf(key), frozen(entry == null ? Shape.NO_VALUE : entry)));
        yield Collections.unmodifiableMap(copy);
      }
      case List<?> list -> {
        List<Object> copy = new ArrayList<>();
        list.forEach(entry -> copy.add(frozen(entry == null ? Shape.NO_VALUE : entry)));
        yield Collections.unmodifiableList(copy);
      }
      default -> value;
    };
  }
}
