package callcentre.runner.process;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Reads the error document that a runtime posts: {@code {"errorMessage","errorType",...}}. */
final class RuntimeErrors {

  private static final ObjectMapper JSON = new ObjectMapper();

  private RuntimeErrors() {}

  static Outcome.Failure read(byte[] document) {
    try {
      JsonNode error = JSON.readTree(document);
      return new Outcome.Failure(
          error.path("errorType").asText("Unhandled"), error.path("errorMessage").asText(""));
    } catch (IOException unreadable) {
      return new Outcome.Failure("Unhandled", new String(document, StandardCharsets.UTF_8));
    }
  }
}
