package callcentre.storage.idempotency;

import java.util.Map;

/**
 * An answer that is given again to the same request.
 *
 * @param status the HTTP status
 * @param headers those that belong to the answer itself, not to its transport
 * @param body at most {@link #LONGEST_BODY} characters
 */
public record StoredAnswer(int status, Map<String, String> headers, String body) {

  /**
   * An item has at most 400 KB (DynamoDB developer guide, quotas), and a character up to 3 bytes.
   */
  public static final int LONGEST_BODY = 100_000;

  public StoredAnswer {
    headers = Map.copyOf(headers);
    if (body.length() > LONGEST_BODY) {
      throw new IllegalArgumentException(
          "an answer of more than " + LONGEST_BODY + " characters cannot be kept");
    }
  }
}
