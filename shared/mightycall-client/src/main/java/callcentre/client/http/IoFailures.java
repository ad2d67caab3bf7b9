package callcentre.client.http;

import callcentre.client.error.MightyCallException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;
import java.util.Optional;

/** What a broken exchange means. */
public final class IoFailures {

  private IoFailures() {}

  /**
   * The failure as callers know it.
   *
   * @param operation what was asked, without values
   */
  public static MightyCallException of(String operation, IOException broken) {
    return switch (broken) {
      case HttpConnectTimeoutException late ->
          MightyCallException.notSent(operation, "no connection in time", Optional.empty(), late);
      case HttpTimeoutException late -> MightyCallException.timeout(operation, late);
      case ConnectException refused ->
          MightyCallException.notSent(operation, "no connection", Optional.empty(), refused);
      case BoundedBody.TooLongException tooLong ->
          MightyCallException.unexpectedAnswer(
              operation, tooLong.status(), "the body has no end in sight.");
      default ->
          MightyCallException.unavailable(
              operation,
              "the connection broke before the answer was whole",
              Optional.empty(),
              broken);
    };
  }
}
