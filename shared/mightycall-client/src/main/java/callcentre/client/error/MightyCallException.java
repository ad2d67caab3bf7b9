package callcentre.client.error;

import callcentre.domain.budget.Refusal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A call of the provider did not succeed. Its message is made of our own words and the provider's
 * error codes: no body, phone number, key or token is ever in it.
 */
public final class MightyCallException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final ErrorKind kind;
  private final @Nullable Integer status;
  private final @Nullable String code;
  private final transient Map<String, List<String>> modelState;
  private final @Nullable Instant retryAt;
  private final boolean sent;

  private MightyCallException(
      String message,
      ErrorKind kind,
      @Nullable Integer status,
      @Nullable String code,
      Map<String, List<String>> modelState,
      @Nullable Instant retryAt,
      boolean sent,
      @Nullable Throwable cause) {
    super(message, cause);
    this.kind = kind;
    this.status = status;
    this.code = code;
    this.modelState = modelState;
    this.retryAt = retryAt;
    this.sent = sent;
  }

  /**
   * The provider answered with an error.
   *
   * @param operation method and path template, for example {@code GET /phonenumbers}
   * @param retryAt when the provider wants to be asked again
   */
  public static MightyCallException answered(
      String operation, int status, ProviderError error, Optional<Instant> retryAt) {
    ErrorKind kind = ErrorKinds.of(status, error);
    String named = error.errorCode().or(error::error).map(word -> " " + word).orElse("");
    return new MightyCallException(
        operation + " was answered with " + status + named + ": " + explain(kind),
        kind,
        status,
        error.code().orElse(null),
        error.modelState(),
        retryAt.orElse(null),
        true,
        null);
  }

  /**
   * The provider refused the credentials, or did so a moment ago and is not asked again yet.
   *
   * @param code the provider's word, for example {@code invalid_client}
   * @param host the configured host kind, named because a wrong one gives the very same answer
   *     (reference 1.1)
   * @param retryAt when the same credentials will be tried again
   */
  public static MightyCallException credentialsRefused(
      int status, String code, String host, Instant retryAt) {
    String message =
        "MightyCall refused the credentials ("
            + code
            + "): wrong api_key or user_key, or host '"
            + host
            + "' is not the kind of this account (classic, contact-center or sandbox). Nothing else"
            + " was sent. Correct the credentials secret: it is read again within 10 seconds; the"
            + " same credentials are tried again at "
            + retryAt
            + ".";
    return new MightyCallException(
        message, ErrorKind.AUTH, status, code, Map.of(), retryAt, false, null);
  }

  /** Our budget refused the request before it was sent. */
  public static MightyCallException budgetExhausted(Refusal refusal) {
    return new MightyCallException(
        refusal.sentence(),
        ErrorKind.BUDGET_EXHAUSTED,
        null,
        null,
        Map.of(),
        refusal.retryAt(),
        false,
        null);
  }

  /** There was no answer in time. */
  public static MightyCallException timeout(String operation, @Nullable Throwable cause) {
    return new MightyCallException(
        operation + " had no answer in time.",
        ErrorKind.TIMEOUT,
        null,
        null,
        Map.of(),
        null,
        true,
        cause);
  }

  /** The caller's time was over before the request could be sent. */
  public static MightyCallException noTimeLeft(String operation) {
    return new MightyCallException(
        operation + " was not sent: no time was left for it.",
        ErrorKind.TIMEOUT,
        null,
        null,
        Map.of(),
        null,
        false,
        null);
  }

  /**
   * The provider is not there, and did not get the request.
   *
   * @param what happened, in our own words
   * @param retryAt when it is worth another try, if that is known
   */
  public static MightyCallException notSent(
      String operation, String what, Optional<Instant> retryAt, @Nullable Throwable cause) {
    return new MightyCallException(
        operation + ": " + what + ".",
        ErrorKind.UNAVAILABLE,
        null,
        null,
        Map.of(),
        retryAt.orElse(null),
        false,
        cause);
  }

  /**
   * The provider failed, perhaps after it did what was asked.
   *
   * @param what happened, in our own words
   * @param retryAt when it is worth another try, if that is known
   */
  public static MightyCallException unavailable(
      String operation, String what, Optional<Instant> retryAt, @Nullable Throwable cause) {
    return new MightyCallException(
        operation + ": " + what + ".",
        ErrorKind.UNAVAILABLE,
        null,
        null,
        Map.of(),
        retryAt.orElse(null),
        true,
        cause);
  }

  /**
   * An answer that cannot be read.
   *
   * @param what is wrong with it, in our own words
   */
  public static MightyCallException unexpectedAnswer(String operation, int status, String what) {
    return new MightyCallException(
        operation + " was answered with " + status + " in a way that is not documented: " + what,
        ErrorKind.UNEXPECTED_ANSWER,
        status,
        null,
        Map.of(),
        null,
        true,
        null);
  }

  /**
   * The provider named an address that is not its own.
   *
   * @param what in our own words, without the address
   */
  public static MightyCallException untrustedLink(String operation, String what) {
    return new MightyCallException(
        operation + ": " + what + ".",
        ErrorKind.UNEXPECTED_ANSWER,
        null,
        null,
        Map.of(),
        null,
        false,
        null);
  }

  public ErrorKind kind() {
    return kind;
  }

  /**
   * Whether the request may have reached the provider. Only then can a write have been done all the
   * same.
   */
  public boolean isSent() {
    return sent;
  }

  /** The same failure, of what was only to prepare a request, which therefore was not sent. */
  public MightyCallException beforeSending() {
    return new MightyCallException(
        String.valueOf(getMessage()), kind, status, code, modelState, retryAt, false, this);
  }

  /** The HTTP status; empty when there was no answer. */
  public Optional<Integer> status() {
    return Optional.ofNullable(status);
  }

  /** The provider's {@code errorCode}, else {@code error}, else its message, shortened. */
  public Optional<String> code() {
    return Optional.ofNullable(code);
  }

  /** The provider's messages by parameter. */
  public Map<String, List<String>> modelState() {
    return modelState;
  }

  /** When it is worth another try. */
  public Optional<Instant> retryAt() {
    return Optional.ofNullable(retryAt);
  }

  private static String explain(ErrorKind kind) {
    return switch (kind) {
      case AUTH -> "the token or the credentials are refused.";
      case FORBIDDEN -> "the user of the key, or the plan, may not do this.";
      case NOT_FOUND -> "there is no such record.";
      case INVALID -> "a parameter is refused.";
      case CONFLICT -> "the record changed, intersects another one, or a store is full.";
      case RATE_LIMITED -> "this sender sends too fast.";
      case BUDGET_EXHAUSTED, PROVIDER_LIMIT -> "the account's request limit is reached.";
      case UNAVAILABLE -> "the provider failed.";
      case TIMEOUT -> "the provider took too long.";
      case UNEXPECTED_ANSWER -> "the reference does not know such an answer here.";
    };
  }
}
