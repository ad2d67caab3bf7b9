package callcentre.runner.stack;

import callcentre.cloud.template.Section;
import callcentre.cloud.template.TemplateException;
import callcentre.runner.gateway.GatewayResponse;
import callcentre.runner.gateway.ResponseType;
import java.util.EnumMap;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;

/** Reads the {@code GatewayResponses} of an API. */
final class GatewayResponseReader {

  private GatewayResponseReader() {}

  static Map<ResponseType, GatewayResponse> read(Section api) {
    Map<ResponseType, GatewayResponse> responses = new EnumMap<>(ResponseType.class);
    api.sectionsByName("GatewayResponses")
        .forEach((name, section) -> responses.put(type(name, section), response(section)));
    return responses;
  }

  private static ResponseType type(String name, Section section) {
    try {
      return ResponseType.valueOf(name);
    } catch (IllegalArgumentException unknown) {
      throw new TemplateException(section.path(), "API Gateway has no response type " + name);
    }
  }

  private static GatewayResponse response(Section section) {
    section.allowOnly(Set.of("StatusCode", "ResponseParameters", "ResponseTemplates"));
    Map<String, String> headers =
        section
            .section("ResponseParameters")
            .map(
                parameters -> {
                  parameters.allowOnly(Set.of("Headers"));
                  return parameters.textsByName("Headers");
                })
            .orElse(Map.of());
    return new GatewayResponse(
        section.has("StatusCode")
            ? OptionalInt.of(section.integer("StatusCode", 0))
            : OptionalInt.empty(),
        headers,
        section.textsByName("ResponseTemplates"));
  }
}
