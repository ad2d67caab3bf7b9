package callcentre.cloud.websocket;

import java.util.Base64;
import java.util.random.RandomGenerator;

/**
 * Identifiers of the form that API Gateway gives: base64 with its padding, such as {@code
 * L0SM9cOFvHcCIhw=}.
 */
final class Identifiers {

  private static final int CONNECTION_BYTES = 11;
  private static final int REQUEST_BYTES = 10;

  private final RandomGenerator random;

  Identifiers(RandomGenerator random) {
    this.random = random;
  }

  String connection() {
    return Base64.getUrlEncoder().encodeToString(bytes(CONNECTION_BYTES));
  }

  String message() {
    return Base64.getUrlEncoder().encodeToString(bytes(CONNECTION_BYTES));
  }

  String request() {
    return Base64.getUrlEncoder().encodeToString(bytes(REQUEST_BYTES));
  }

  private byte[] bytes(int count) {
    byte[] bytes = new byte[count];
    random.nextBytes(bytes);
    return bytes;
  }
}
