package callcentre.client.error;

import callcentre.client.json.ProviderTime;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Decides what kind of failure an error answer is (reference 2.2, 2.3, 2.6). */
public final class ErrorKinds {

  private static final Pattern LIMIT = Pattern.compile("(?i)limit exceeded|too many requests");
  private static final Pattern RETRY_AFTER = Pattern.compile("(?i)retry after (\\S+)(?: UTC)?");
  private static final Pattern NOT_FOUND = Pattern.compile("(?i)\\bnot found\\b");

  /** What ASP.NET says of a path that no controller owns. */
  private static final Pattern NO_SUCH_PATH =
      Pattern.compile("(?i)no http resource was found|no type was found that matches");

  /** OAuth's words for credentials or grants that are no good (RFC 6749, 5.2). */
  private static final Set<String> REFUSED_CREDENTIALS =
      Set.of("invalid_client", "invalid_grant", "unauthorized_client", "access_denied");

  private ErrorKinds() {}

  /**
   * The kind of an answer that is not a success.
   *
   * @param status the HTTP status
   */
  public static ErrorKind of(int status, ProviderError error) {
    if (status == 429) {
      return isPaced(error) ? ErrorKind.RATE_LIMITED : ErrorKind.PROVIDER_LIMIT;
    }
    if (error.error().filter(REFUSED_CREDENTIALS::contains).isPresent()) {
      return ErrorKind.AUTH;
    }
    return error
        .errorCode()
        .flatMap(ErrorCodes::kindOf)
        .filter(kind -> status < 500)
        .orElseGet(() -> byStatus(status, error));
  }

  /** The sentence for a sender that is too fast, also with a time that cannot be read. */
  private static boolean isPaced(ProviderError error) {
    return error.message().map(RETRY_AFTER::matcher).filter(Matcher::find).isPresent();
  }

  /**
   * The moment named by a sentence like {@code Too many requests. Retry after
   * 2026-09-14T19:04:00.0000000 UTC} (reference 2.6).
   */
  public static Optional<Instant> retryAt(ProviderError error) {
    return error
        .message()
        .map(RETRY_AFTER::matcher)
        .filter(Matcher::find)
        .flatMap(sentence -> ProviderTime.read(sentence.group(1)));
  }

  private static ErrorKind byStatus(int status, ProviderError error) {
    String message = error.message().orElse("");
    if ((status == 400 || status == 403) && LIMIT.matcher(message).find()) {
      return ErrorKind.PROVIDER_LIMIT;
    }
    return switch (status) {
      case 400 -> isNotFound(error, message) ? ErrorKind.NOT_FOUND : ErrorKind.INVALID;
      case 401 -> ErrorKind.AUTH;
      case 403 -> ErrorKind.FORBIDDEN;
      case 404 -> notFoundOrWrongPath(error, message);
      case 409, 412 -> ErrorKind.CONFLICT;
      case 408 -> ErrorKind.UNAVAILABLE;
      default -> status >= 500 ? ErrorKind.UNAVAILABLE : ErrorKind.UNEXPECTED_ANSWER;
    };
  }

  /** With a modelState it is a parameter that was "not found", as in "User status not found". */
  private static boolean isNotFound(ProviderError error, String message) {
    return error.modelState().isEmpty() && NOT_FOUND.matcher(message).find();
  }

  /**
   * A 404 without a word about a record is a path that the provider does not have. An earlier
   * system took it for "nothing there" for months.
   */
  private static ErrorKind notFoundOrWrongPath(ProviderError error, String message) {
    boolean aboutARecord =
        error.errorCode().isPresent()
            || (NOT_FOUND.matcher(message).find() && !NO_SUCH_PATH.matcher(message).find());
    return aboutARecord && !message.startsWith("<")
        ? ErrorKind.NOT_FOUND
        : ErrorKind.UNEXPECTED_ANSWER;
  }
}
