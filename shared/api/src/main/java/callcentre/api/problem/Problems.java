package callcentre.api.problem;

import callcentre.api.json.Json;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyResponseEvent;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;
import org.slf4j.spi.LoggingEventBuilder;

/** Turns any exception into the one shape of error answer, and writes the line about it. */
@Singleton
public final class Problems {

  private static final Logger LOG = LoggerFactory.getLogger(Problems.class);

  private final List<ProblemMapper> mappers;

  /**
   * With the mappers of the function before the common ones.
   *
   * @param mappers what the function supplies
   */
  public Problems(List<ProblemMapper> mappers) {
    List<ProblemMapper> all = new ArrayList<>(mappers);
    all.addAll(CommonProblems.MAPPERS);
    this.mappers = List.copyOf(all);
  }

  /**
   * The answer for an exception. Wrappers that frameworks put around it are looked through: the
   * outermost exception that a mapper knows decides.
   *
   * @return {@code internal_error} without any detail when nobody knows it
   */
  public ApiException classify(Throwable failure) {
    Set<Throwable> seen = new HashSet<>();
    for (Throwable cause = failure; cause != null && seen.add(cause); cause = cause.getCause()) {
      if (cause instanceof ApiException known) {
        return known;
      }
      Optional<ApiException> mapped = map(cause);
      if (mapped.isPresent()) {
        return mapped.get();
      }
    }
    return internalError(failure);
  }

  static ApiException internalError(Throwable failure) {
    return ApiException.of(
        ErrorCode.INTERNAL_ERROR,
        "The request failed and may have been done in part. Say the request id when you report it.",
        failure);
  }

  /**
   * The answer in the form that API Gateway takes.
   *
   * @param requestId what the answer carries as {@code request_id}
   */
  public APIGatewayProxyResponseEvent render(Throwable failure, String requestId) {
    ApiException error = classify(failure);
    log(error);
    Map<String, String> headers = new TreeMap<>(error.headers());
    headers.put("Content-Type", Problem.MEDIA_TYPE);
    return new APIGatewayProxyResponseEvent()
        .withStatusCode(error.code().status())
        .withHeaders(headers)
        .withBody(Json.write(Problem.of(error, requestId)));
  }

  private Optional<ApiException> map(Throwable cause) {
    return mappers.stream().map(mapper -> mapper.map(cause)).flatMap(Optional::stream).findFirst();
  }

  private static void log(ApiException error) {
    ErrorCode code = error.code();
    LoggingEventBuilder line =
        LOG.atLevel(code.logLevel())
            .addKeyValue("error_code", code.code())
            .addKeyValue("status", code.status());
    @Nullable Throwable origin = error.origin().orElse(null);
    if (origin != null && code.logLevel() == Level.ERROR) {
      line = line.setCause(origin);
    }
    line.log("Answered with a problem: {}", error.detail());
  }
}
