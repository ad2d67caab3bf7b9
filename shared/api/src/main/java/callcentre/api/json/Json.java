package callcentre.api.json;

import callcentre.views.json.ViewJson;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;

/**
 * JSON as the API speaks it: {@link ViewJson}, and bodies of PATCH requests in which a property
 * that is left out and one that is null differ ({@link Change}).
 */
public final class Json {

  private static final ObjectMapper MAPPER =
      ViewJson.builder()
          .addModule(
              new SimpleModule("changes").addDeserializer(Change.class, new ChangeDeserializer()))
          .build();

  private Json() {}

  /** The mapper of requests and answers. Do not change it: it is shared. */
  public static ObjectMapper mapper() {
    return MAPPER;
  }

  /** A value as the text of an answer. */
  public static String write(Object value) {
    try {
      return MAPPER.writeValueAsString(value);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(
          "an answer of type " + value.getClass().getName() + " cannot be written", impossible);
    }
  }
}
