package callcentre.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import callcentre.api.examples.Examples;
import callcentre.api.request.Idempotency;
import callcentre.api.request.IdempotentRequest;
import callcentre.api.testing.Answer;
import callcentre.api.testing.ApiHarness;
import callcentre.api.testing.Callers;
import callcentre.api.testing.Request;
import callcentre.cloud.Cloud;
import callcentre.cloud.CloudExtension;
import callcentre.cloud.faults.Fault;
import callcentre.storage.idempotency.IdempotencyKey;
import io.micronaut.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(CloudExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class IdempotencyTest {

  private final AtomicReference<Instant> now =
      new AtomicReference<>(Instant.parse("2026-11-21T10:00:00Z"));
  private final InstantSource clock = now::get;
  private ApiHarness api;

  @BeforeAll
  void start(Cloud cloud) {
    api =
        ApiHarness.in(cloud)
            .tables("idempotency")
            .bean(Examples.class, Examples.on())
            .clock(clock)
            .start();
  }

  @AfterAll
  void close() {
    api.close();
  }

  @Test
  void theSameKeyAndBodyGiveTheFirstAnswer() {
    Answer first = write("same", "done").send();
    Answer second = write("same", "done").send();
    assertThat(first.status()).isEqualTo(202);
    assertThat(second.status()).isEqualTo(202);
    assertThat(second.body()).isEqualTo(first.body());
    assertThat(second.header("ETag")).contains("\"e\"");
    assertThat(second.header("x-request-id")).isNotEqualTo(first.header("x-request-id"));
  }

  @Test
  void withoutAKeyEveryRequestIsDone() {
    int first = times(write(null, "done").send());
    assertThat(times(write(null, "done").send())).isEqualTo(first + 1);
  }

  @Test
  void theSameKeyWithAnotherBodyIs422() {
    write("reused", "done").send();
    Answer other = write("reused", "different").send();
    assertThat(other.status()).isEqualTo(422);
    assertThat(other.error()).isEqualTo("idempotency_key_reused");
  }

  @Test
  void theSameKeyWithAnotherQueryIs422() {
    write("query", "done").send();
    assertThat(write("query", "done").query("a", "b").send().status()).isEqualTo(422);
  }

  @Test
  void aKeyBelongsToItsUser() {
    int first = times(write("shared", "done").send());
    Answer other = write("shared", "done").as(Callers.withId(Callers.admin(), "somebody")).send();
    assertThat(times(other)).isEqualTo(first + 1);
  }

  @Test
  void whileTheFirstRunsTheSecondIs409() {
    Idempotency idempotency = api.bean(Idempotency.class);
    IdempotentRequest first = request("running", "first");
    IdempotentRequest second = request("running", "second");
    idempotency.run(
        first,
        () -> {
          Throwable refused = catchThrowable(() -> idempotency.run(second, HttpResponse::ok));
          assertThat(refused).hasMessageStartingWith("idempotency_in_progress");
          return HttpResponse.ok(Map.of());
        });
  }

  @Test
  void aRefusalIsRememberedAndAnInternalErrorToo() {
    for (String outcome : new String[] {"refused", "lost", "broken"}) {
      Answer first = write("error-" + outcome, outcome).send();
      Answer second = write("error-" + outcome, outcome).send();
      assertThat(first.status()).isGreaterThanOrEqualTo(400);
      assertThat(second.status()).isEqualTo(first.status());
      assertThat(second.body()).isEqualTo(first.body());
    }
  }

  @Test
  void anErrorThatDidNothingFreesTheKey() {
    Answer first = write("busy", "busy").send();
    Answer second = write("busy", "busy").send();
    assertThat(first.status()).isEqualTo(429);
    assertThat(second.status()).isEqualTo(429);
    assertThat(second.body()).isNotEqualTo(first.body());
  }

  @Test
  void theClockOfTheTestIsTheClockOfTheFunction() {
    assertThat(api.bean(InstantSource.class)).isSameAs(clock);
  }

  @Test
  void aKeyIsForgottenAfterADay() {
    int first = times(write("old", "done").send());
    now.updateAndGet(time -> time.plus(Duration.ofHours(24)));
    assertThat(times(write("old", "done").send())).isGreaterThan(first);
  }

  @Test
  void whatWasDoneIsAnsweredEvenWhenItCannotBeRemembered() {
    api.faults().next("dynamodb.UpdateItem", new Fault.AccessDenied());
    assertThat(write("unremembered", "done").send().status()).isEqualTo(202);
    Answer again = write("unremembered", "done").send();
    assertThat(again.error()).isEqualTo("idempotency_in_progress");
  }

  @Test
  void aWriteThatCannotBeRecordedIsNotDone() {
    int before = times(write(null, "done").send());
    api.faults().next("dynamodb.PutItem", new Fault.AccessDenied());
    assertThat(write("unrecorded", "done").send().status()).isEqualTo(500);
    assertThat(times(write(null, "done").send())).isEqualTo(before + 1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "with space", "ümlaut"})
  void aKeyOfAnotherFormIs400(String key) {
    Answer answer = write(key, "done").send();
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.errorFields()).isEqualTo("Idempotency-Key");
  }

  private Request write(String key, String outcome) {
    Request request =
        api.put("/api/admin/mightycall/usage").as(Callers.admin()).body(Map.of("outcome", outcome));
    return key == null ? request : request.header("idempotency-key", key);
  }

  private static int times(Answer answer) {
    return answer.json().path("times").asInt();
  }

  private static IdempotentRequest request(String key, String attempt) {
    return new IdempotentRequest(
        Optional.of(new IdempotencyKey("ann", "PUT /x", key)), "hash", attempt);
  }
}
