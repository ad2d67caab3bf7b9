package callcentre.api.problem;

import java.util.Locale;
import org.slf4j.event.Level;

/**
 * The whole error catalogue of the contract ("Conventions: Errors"): what a client reads as {@code
 * error}, and what the code decides: status, title, whether trying again can help, how loudly it is
 * logged.
 */
public enum ErrorCode {
  INVALID_REQUEST(400, "Invalid request", Retry.USELESS, Level.INFO),
  UNAUTHENTICATED(401, "Unauthenticated", Retry.USELESS, Level.INFO),
  UNAUTHORIZED(403, "Forbidden", Retry.USELESS, Level.WARN),
  NOT_FOUND(404, "Not found", Retry.USELESS, Level.INFO),
  METHOD_NOT_ALLOWED(405, "Method not allowed", Retry.USELESS, Level.INFO),
  CONFLICT(409, "Conflict", Retry.USELESS, Level.INFO),
  SYNC_RUNNING(409, "Sync running", Retry.HELPS, Level.INFO),
  USER_KEY_MISSING(409, "User key missing", Retry.USELESS, Level.INFO),
  AMBIGUOUS_RECORD(409, "Ambiguous record", Retry.USELESS, Level.INFO),
  CONTACTS_LIMIT_EXCEEDED(409, "Contacts limit exceeded", Retry.USELESS, Level.WARN),
  IDEMPOTENCY_IN_PROGRESS(409, "Request in progress", Retry.HELPS, Level.INFO),
  WEBPHONE_DISABLED(409, "Web phone disabled", Retry.USELESS, Level.INFO),
  WEBPHONE_UNSAFE_KEY(409, "Unsafe web phone key", Retry.USELESS, Level.WARN),
  PRECONDITION_FAILED(412, "Precondition failed", Retry.USELESS, Level.INFO),
  PAYLOAD_TOO_LARGE(413, "Payload too large", Retry.USELESS, Level.INFO),
  UNSUPPORTED_MEDIA_TYPE(415, "Unsupported media type", Retry.USELESS, Level.INFO),
  RANGE_NOT_SATISFIABLE(416, "Range not satisfiable", Retry.USELESS, Level.INFO),
  IDEMPOTENCY_KEY_REUSED(422, "Idempotency key reused", Retry.USELESS, Level.INFO),
  NO_VALID_RECIPIENT(422, "No valid recipient", Retry.USELESS, Level.INFO),
  RATE_BUDGET_EXHAUSTED(429, "Request budget exhausted", Retry.HELPS, Level.WARN),
  TOO_MANY_REQUESTS(429, "Too many requests", Retry.HELPS, Level.INFO),
  INTERNAL_ERROR(500, "Internal error", Retry.USELESS, Level.ERROR),
  MIGHTYCALL_SYNC_FAILED(500, "Sync failed", Retry.USELESS, Level.WARN),
  MIGHTYCALL_ERROR(502, "MightyCall error", Retry.USELESS, Level.WARN),
  TEMPORARILY_UNAVAILABLE(503, "Temporarily unavailable", Retry.HELPS, Level.ERROR),
  MIGHTYCALL_TIMEOUT(504, "MightyCall timeout", Retry.HELPS, Level.WARN);

  private enum Retry {
    HELPS,
    USELESS
  }

  private final int status;
  private final String title;
  private final Retry retry;
  private final Level logLevel;

  ErrorCode(int status, String title, Retry retry, Level logLevel) {
    this.status = status;
    this.title = title;
    this.retry = retry;
    this.logLevel = logLevel;
  }

  /** The value of {@code error}, for example {@code invalid_request}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The HTTP status, 400 to 504. */
  public int status() {
    return status;
  }

  /** A few words for people, the same for every occurrence (RFC 9457, 3.1.3). */
  public String title() {
    return title;
  }

  /** Whether the very same request can succeed later, unless the exception knows better. */
  public boolean retryable() {
    return retry == Retry.HELPS;
  }

  /** How an answer with this code is logged; ERROR counts towards the alarm of failing requests. */
  public Level logLevel() {
    return logLevel;
  }
}
