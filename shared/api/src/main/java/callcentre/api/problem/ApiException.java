package callcentre.api.problem;

import callcentre.domain.validation.FieldError;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An answer that is an error: thrown anywhere below a controller, rendered in one place.
 *
 * <p>The detail is shown to the client: what happened, what was kept, what to do; never a key, a
 * token, a provider's body or a stack.
 */
public final class ApiException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final ErrorCode code;
  private final String detail;
  private final transient List<FieldError> errors;
  private final transient Map<String, String> headers = new LinkedHashMap<>();
  private final transient Map<String, Object> members = new LinkedHashMap<>();
  private boolean retryable;

  private ApiException(
      ErrorCode code, String detail, List<FieldError> errors, @Nullable Throwable cause) {
    super(code.code() + ": " + detail, cause);
    this.code = code;
    this.detail = detail;
    this.errors = List.copyOf(errors);
    this.retryable = code.retryable();
  }

  /** An error with a sentence for the person who reads it. */
  public static ApiException of(ErrorCode code, String detail) {
    return new ApiException(code, detail, List.of(), null);
  }

  /** As {@link #of(ErrorCode, String)}, keeping for the log what led to it. */
  public static ApiException of(ErrorCode code, String detail, Throwable cause) {
    return new ApiException(code, detail, List.of(), cause);
  }

  /** 400 for one field. */
  public static ApiException invalid(String field, String message) {
    return invalid(List.of(new FieldError(field, message)));
  }

  /**
   * 400 for several fields at once.
   *
   * @param errors at least one
   */
  public static ApiException invalid(List<FieldError> errors) {
    FieldError first = errors.getFirst();
    String others = errors.size() > 1 ? " (and " + (errors.size() - 1) + " more)" : "";
    return new ApiException(
        ErrorCode.INVALID_REQUEST,
        first.field() + ": " + first.message() + others + ". Nothing was changed.",
        errors,
        null);
  }

  /**
   * 404, the same for what does not exist and for what belongs to somebody else.
   *
   * @param what the kind of thing, for example {@code number}; never its id
   */
  public static ApiException notFound(String what) {
    return of(ErrorCode.NOT_FOUND, "There is no such " + what + " that you may see.");
  }

  /**
   * Adds {@code Retry-After}.
   *
   * @param wait rounded up to whole seconds, at least one
   */
  public ApiException retryAfter(Duration wait) {
    long seconds = Math.max(1, wait.plusSeconds(1).minusNanos(1).toSeconds());
    return header("Retry-After", Long.toString(seconds));
  }

  /** Adds a header to the answer. */
  public ApiException header(String name, String value) {
    headers.put(name, value);
    return this;
  }

  /**
   * Adds a member to the problem (RFC 9457, 3.2), for example {@code job_id} of a running sync.
   *
   * @param name in snake case, none of the members that every problem has
   * @param value anything that JSON can write
   */
  public ApiException member(String name, Object value) {
    members.put(name, value);
    return this;
  }

  /** Says otherwise than the catalogue whether the same request can succeed later. */
  public ApiException retryable(boolean helps) {
    this.retryable = helps;
    return this;
  }

  public ErrorCode code() {
    return code;
  }

  public String detail() {
    return detail;
  }

  public List<FieldError> errors() {
    return errors;
  }

  public Map<String, String> headers() {
    return Map.copyOf(headers);
  }

  public Map<String, Object> members() {
    return new LinkedHashMap<>(members);
  }

  public boolean isRetryable() {
    return retryable;
  }

  /** The exception that led to this answer, for the log only. */
  public Optional<Throwable> origin() {
    return Optional.ofNullable(getCause());
  }
}
