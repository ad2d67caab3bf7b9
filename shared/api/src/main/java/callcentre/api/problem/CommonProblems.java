package callcentre.api.problem;

import callcentre.aws.ConfigurationException;
import callcentre.domain.ownership.InvalidAssignmentException;
import callcentre.domain.validation.InvalidFieldsException;
import callcentre.storage.UnknownOrganisationException;
import callcentre.storage.VersionConflictException;
import callcentre.storage.cursors.InvalidCursorException;
import callcentre.storage.database.MalformedItemException;
import callcentre.storage.database.NewerRowException;
import callcentre.storage.database.ThrottledException;
import io.micronaut.core.convert.exceptions.ConversionErrorException;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.codec.CodecException;
import io.micronaut.http.exceptions.ContentLengthExceededException;
import io.micronaut.http.exceptions.UriSyntaxException;
import io.micronaut.http.server.exceptions.NotFoundException;
import io.micronaut.http.server.exceptions.UnsupportedMediaException;
import io.micronaut.json.JsonSyntaxException;
import io.micronaut.web.router.exceptions.UnsatisfiedRouteException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.core.exception.SdkException;

/** The answers for exceptions that every function can meet. */
final class CommonProblems {

  static final List<ProblemMapper> MAPPERS =
      List.of(
          ProblemMapper.of(ConfigurationException.class, CommonProblems::configuration),
          CommonProblems::brokenStorage,
          ProblemMapper.of(VersionConflictException.class, CommonProblems::changedMeanwhile),
          ProblemMapper.of(
              UnknownOrganisationException.class,
              unknown ->
                  ApiException.of(ErrorCode.INVALID_REQUEST, String.valueOf(unknown.getMessage()))),
          ProblemMapper.of(
              InvalidCursorException.class,
              forged -> ApiException.invalid("cursor", String.valueOf(forged.getMessage()))),
          ProblemMapper.of(
              InvalidFieldsException.class, broken -> ApiException.invalid(broken.errors())),
          ProblemMapper.of(
              InvalidAssignmentException.class,
              refused ->
                  ApiException.invalid("effectiveFrom", String.valueOf(refused.getMessage()))),
          CommonProblems::unreadableBody,
          CommonProblems::unreadableArgument,
          ProblemMapper.of(UnsatisfiedRouteException.class, CommonProblems::missingArgument),
          ProblemMapper.of(
              UriSyntaxException.class,
              malformed -> ApiException.invalid("path", "is not a valid address")),
          ProblemMapper.of(
              UnsupportedMediaException.class,
              refused ->
                  ApiException.of(
                      ErrorCode.UNSUPPORTED_MEDIA_TYPE,
                      "Send the body as JSON with Content-Type: application/json.")),
          ProblemMapper.of(
              ContentLengthExceededException.class,
              tooLong -> ApiException.of(ErrorCode.PAYLOAD_TOO_LARGE, "The body is too large.")),
          ProblemMapper.of(NotFoundException.class, missing -> ApiException.notFound("resource")),
          CommonProblems::unavailableCloud);

  private CommonProblems() {}

  private static ApiException configuration(ConfigurationException failure) {
    return ApiException.of(
            ErrorCode.TEMPORARILY_UNAVAILABLE, String.valueOf(failure.getMessage()), failure)
        .member("missing", failure.names());
  }

  /**
   * What is stored cannot be read, perhaps because a rule of the domain refuses it: never a mistake
   * of the client, so the causes are not looked at.
   */
  private static Optional<ApiException> brokenStorage(Throwable failure) {
    return failure instanceof MalformedItemException || failure instanceof NewerRowException
        ? Optional.of(Problems.internalError(failure))
        : Optional.empty();
  }

  private static ApiException changedMeanwhile(VersionConflictException failure) {
    return ApiException.of(ErrorCode.CONFLICT, String.valueOf(failure.getMessage()), failure)
        .retryable(true);
  }

  private static Optional<ApiException> unreadableBody(Throwable failure) {
    return failure instanceof CodecException || failure instanceof JsonSyntaxException
        ? JsonProblems.of(failure)
        : Optional.empty();
  }

  private static Optional<ApiException> unreadableArgument(Throwable failure) {
    if (!(failure instanceof ConversionErrorException unreadable)) {
      return Optional.empty();
    }
    Throwable cause = unreadable.getConversionError().getCause();
    String message =
        cause instanceof IllegalArgumentException && cause.getMessage() != null
            ? cause.getMessage()
            : "cannot be read";
    return JsonProblems.of(cause)
        .or(() -> Optional.of(ApiException.invalid(unreadable.getArgument().getName(), message)));
  }

  private static ApiException missingArgument(UnsatisfiedRouteException failure) {
    String field = failure.getArgument().isAnnotationPresent(Body.class) ? "body" : name(failure);
    return ApiException.invalid(field, "is required");
  }

  private static String name(UnsatisfiedRouteException failure) {
    return failure.getArgument().getName();
  }

  /**
   * Whether AWS's refusal passes by itself. What does not (a missing table, a denied action) is a
   * mistake of the deployment and stays an internal error.
   */
  private static Optional<ApiException> unavailableCloud(Throwable failure) {
    boolean passes =
        failure instanceof ThrottledException
            || (failure instanceof SdkException refused && CloudFailures.passes(refused));
    if (!passes) {
      return Optional.empty();
    }
    return Optional.of(
        ApiException.of(
                ErrorCode.TEMPORARILY_UNAVAILABLE,
                "Stored data cannot be reached right now. Try again in a moment.",
                failure)
            .retryAfter(Duration.ofSeconds(2)));
  }
}
