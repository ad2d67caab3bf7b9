package callcentre.functions.messages.sending;

import callcentre.api.json.Json;
import callcentre.storage.idempotency.StoredAnswer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Answers to requests that were sent again without a key. */
final class Duplicates {

  private Duplicates() {}

  /** The first answer, which now says that nothing was sent once more. */
  static StoredAnswer marked(StoredAnswer first) {
    try {
      ObjectNode body = (ObjectNode) Json.mapper().readTree(first.body());
      body.put("duplicate", true);
      return new StoredAnswer(first.status(), first.headers(), body.toString());
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("an answer of ours is no JSON", impossible);
    }
  }
}
