package callcentre.sync;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * What travels on the sync queue: {@code {"job_id":"…"}}. Everything else about a job is in its
 * row, so a message that arrives twice or late says nothing that is out of date.
 */
public record SyncMessage(String jobId) {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String JOB_ID = "job_id";

  /**
   * Reads a message's body.
   *
   * @throws MalformedMessageException when it is not an object with a job's id
   */
  public static SyncMessage read(String body) {
    JsonNode message;
    try {
      message = JSON.readTree(body);
    } catch (JsonProcessingException notJson) {
      throw new MalformedMessageException(notJson);
    }
    String id = message.path(JOB_ID).asText("");
    if (id.isBlank()) {
      throw new MalformedMessageException(null);
    }
    return new SyncMessage(id);
  }

  /** The message's body. */
  public String write() {
    return JSON.createObjectNode().put(JOB_ID, jobId).toString();
  }
}
