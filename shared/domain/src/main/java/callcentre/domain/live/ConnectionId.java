package callcentre.domain.live;

import java.util.regex.Pattern;

/**
 * The name that API Gateway gives to a WebSocket connection.
 *
 * @param value 1 to 128 characters of base64, for example {@code L0SM9cOFvHcCIhw=}
 */
public record ConnectionId(String value) implements Comparable<ConnectionId> {

  private static final Pattern FORM = Pattern.compile("[A-Za-z0-9+/=_-]{1,128}");

  public ConnectionId {
    if (!FORM.matcher(value).matches()) {
      throw new IllegalArgumentException("a connection id has 1 to 128 characters of base64");
    }
  }

  @Override
  public int compareTo(ConnectionId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
