package callcentre.api.request;

import callcentre.api.json.Json;
import callcentre.api.problem.ApiException;
import callcentre.api.problem.ErrorCode;
import callcentre.api.problem.Problem;
import callcentre.api.problem.Problems;
import callcentre.storage.idempotency.BeginResult;
import callcentre.storage.idempotency.IdempotencyKey;
import callcentre.storage.idempotency.IdempotencyRepository;
import callcentre.storage.idempotency.StoredAnswer;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MutableHttpResponse;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes that reach MightyCall and must not be done twice (contract: {@code Idempotency-Key}): same
 * key and body → the first answer; other body → 422; still running → 409.
 */
@Singleton
public final class Idempotency {

  private static final Logger LOG = LoggerFactory.getLogger(Idempotency.class);

  /** A function ends after 29 s: an attempt older than this has died. */
  private static final Duration LONGEST = Duration.ofSeconds(30);

  private final IdempotencyRepository records;
  private final Problems problems;
  private final InstantSource clock;

  Idempotency(IdempotencyRepository records, Problems problems, InstantSource clock) {
    this.records = records;
    this.problems = problems;
    this.clock = clock;
  }

  /**
   * Does a write unless it was done, and remembers its answer for 24 hours; without a key it is
   * just done. An error is an answer too and is remembered, unless it says that nothing was done
   * and trying again helps: then the key is free again. A time-out of the provider leaves open what
   * was done, so it is remembered.
   *
   * @param action the write; its answer has at most 100,000 characters
   */
  public HttpResponse<?> run(
      IdempotentRequest request, Supplier<? extends HttpResponse<?>> action) {
    if (request.key().isEmpty()) {
      return action.get();
    }
    IdempotencyKey key = request.key().get();
    BeginResult begun =
        records.begin(key, request.bodyHash(), request.attempt(), LONGEST, clock.instant());
    return switch (begun) {
      case BeginResult.Started started -> perform(key, request.attempt(), action);
      case BeginResult.Completed(StoredAnswer first) -> answer(first);
      case BeginResult.InProgress running ->
          throw ApiException.of(
                  ErrorCode.IDEMPOTENCY_IN_PROGRESS,
                  "The first request with this key is still running. Nothing was done twice.")
              .retryAfter(Duration.ofSeconds(2));
      case BeginResult.DifferentBody other ->
          throw ApiException.of(
              ErrorCode.IDEMPOTENCY_KEY_REUSED,
              "This key was used for another request within 24 hours. Nothing was done; send a new"
                  + " key.");
    };
  }

  private HttpResponse<?> perform(
      IdempotencyKey key, String attempt, Supplier<? extends HttpResponse<?>> action) {
    try {
      StoredAnswer done = stored(action.get());
      remember(key, attempt, done);
      return answer(done);
    } catch (RuntimeException failure) {
      ApiException error = problems.classify(failure);
      if (error.isRetryable() && error.code() != ErrorCode.MIGHTYCALL_TIMEOUT) {
        records.abandon(key, attempt);
      } else {
        remember(key, attempt, stored(error, attempt));
      }
      throw failure;
    }
  }

  /** The write was done by now: failing to remember it must not turn it into an error. */
  private void remember(IdempotencyKey key, String attempt, StoredAnswer answer) {
    try {
      records.complete(key, attempt, answer);
    } catch (RuntimeException failure) {
      LOG.atError()
          .setCause(failure)
          .log("A write was done but not remembered: its key stays taken for {}", LONGEST);
    }
  }

  private static StoredAnswer stored(HttpResponse<?> answer) {
    Map<String, String> headers = new TreeMap<>();
    answer.getHeaders().forEachValue(headers::put);
    headers.putIfAbsent("Content-Type", "application/json");
    return new StoredAnswer(
        answer.code(), headers, answer.getBody().map(Idempotency::text).orElse(""));
  }

  private static String text(Object body) {
    return body instanceof String text ? text : Json.write(body);
  }

  private static StoredAnswer stored(ApiException error, String requestId) {
    Map<String, String> headers = new TreeMap<>(error.headers());
    headers.put("Content-Type", Problem.MEDIA_TYPE);
    return new StoredAnswer(
        error.code().status(), headers, Json.write(Problem.of(error, requestId)));
  }

  private static HttpResponse<?> answer(StoredAnswer stored) {
    MutableHttpResponse<String> answer = HttpResponse.status(stored.status(), null);
    stored.headers().forEach(answer::header);
    return stored.body().isEmpty() ? answer : answer.body(stored.body());
  }
}
