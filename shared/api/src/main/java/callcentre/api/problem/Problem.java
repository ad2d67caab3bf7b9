package callcentre.api.problem;

import callcentre.domain.validation.FieldError;
import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.List;
import java.util.Map;

/**
 * The body of every error (RFC 9457, with the contract's members). The gateway's own answers in
 * {@code template.yaml} have the same members.
 *
 * @param type {@code about:blank}: the code is in {@code error}, and nothing is published about it
 * @param instance names this occurrence by the request's id, never by its path, which may hold
 *     numbers or tokens
 * @param errors empty unless fields are wrong
 * @param members what one kind of problem says beyond the others
 */
@JsonPropertyOrder({
  "type",
  "title",
  "status",
  "detail",
  "instance",
  "error",
  "request_id",
  "retryable",
  "errors"
})
public record Problem(
    String type,
    String title,
    int status,
    String detail,
    String instance,
    String error,
    String requestId,
    boolean retryable,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<FieldError> errors,
    @JsonAnyGetter Map<String, Object> members) {

  /** The media type of the body. */
  public static final String MEDIA_TYPE = "application/problem+json";

  /** The body for an error in a request. */
  public static Problem of(ApiException error, String requestId) {
    ErrorCode code = error.code();
    return new Problem(
        "about:blank",
        code.title(),
        code.status(),
        error.detail(),
        "urn:request:" + requestId,
        code.code(),
        requestId,
        error.isRetryable(),
        error.errors(),
        error.members());
  }
}
