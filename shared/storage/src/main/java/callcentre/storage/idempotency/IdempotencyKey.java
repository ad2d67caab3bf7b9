package callcentre.storage.idempotency;

/**
 * What a client's key is unique for: one person and one route (contract: "24 h, per user and
 * route").
 *
 * @param user the token's {@code sub}
 * @param route method and path with its placeholders
 * @param key as the client sent it, 1 to 255 characters
 */
public record IdempotencyKey(String user, String route, String key) {

  private static final int LONGEST = 255;

  public IdempotencyKey {
    if (key.isEmpty() || key.length() > LONGEST) {
      throw new IllegalArgumentException("an idempotency key has 1 to " + LONGEST + " characters");
    }
  }

  /** One text; lengths in front keep two keys apart whose parts contain the separator. */
  String value() {
    return user.length() + "#" + user + "#" + route.length() + "#" + route + "#" + key;
  }
}
