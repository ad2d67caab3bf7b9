package callcentre.functions.userstatus;

import static org.assertj.core.api.Assertions.assertThat;

import callcentre.api.testing.Answer;
import callcentre.cloud.faults.Fault.Unreachable;
import callcentre.simulator.faults.Fault;
import callcentre.simulator.faults.FaultKind;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of a status when the provider or a table does not do as asked. */
class LiveStatusFailureTest extends LiveStatusStage {

  @ParameterizedTest
  @EnumSource(
      value = FaultKind.class,
      names = {"DROP", "DROP_AFTER", "ERROR_AFTER", "MALFORMED", "HTML", "EMPTY"})
  void whereTheOutcomeIsNotKnownNothingIsNotedAndNothingIsRepeated(FaultKind kind) {
    key("maria", "101");
    simulator.add(Fault.of(kind, SETTING));

    Answer answer = set("maria", "dnd", maria);

    assertThat(answer.status()).as(answer.body()).isEqualTo(502);
    assertThat(answer.json().get("detail").asText()).contains("may have been changed");
    assertThat(asked("PUT", SET)).isEqualTo(1);
    assertThat(known()).isEmpty();
  }

  @Test
  void aTimeOutIs504AndNothingIsRepeated() {
    key("maria", "101");
    simulator.add(Fault.of(FaultKind.TIMEOUT, SETTING));

    Answer answer = set("maria", "dnd", maria);

    assertThat(answer.status()).as(answer.body()).isEqualTo(504);
    assertThat(answer.error()).isEqualTo("mightycall_timeout");
    assertThat(answer.json().get("detail").asText()).contains("may have been changed");
    assertThat(asked("PUT", SET)).isEqualTo(1);
    assertThat(known()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "403, 502, mightycall_error",
    "429, 429, rate_budget_exhausted",
    "400, 502, mightycall_error"
  })
  void whatTheProviderRefusesWasNotDone(int refusal, int status, String error) {
    key("maria", "101");
    simulator.add(Fault.status(refusal, SETTING));

    Answer answer = set("maria", "dnd", maria);

    assertThat(answer.status()).as(answer.body()).isEqualTo(status);
    assertThat(answer.error()).isEqualTo(error);
    assertThat(answer.json().get("detail").asText()).contains("The status was not changed.");
    assertThat(asked("PUT", SET)).isEqualTo(1);
    assertThat(known()).isEmpty();
  }

  @Test
  void aRefreshThatFailsSaysSoAndWaitsForItsMinute() {
    key("maria", "101");
    simulator.add(Fault.status(403, READING));

    assertThat(refreshed("maria", maria).error()).isEqualTo("mightycall_error");
    Answer stored = refreshed("maria", maria);

    assertThat(stored.status()).isEqualTo(200);
    assertThat(stored.json().get("status").asText()).isEqualTo("unknown");
    assertThat(stored.json().get("status_as_of").isNull()).isTrue();
    assertThat(asked("GET", READ)).isEqualTo(1);
  }

  @Test
  void aStatusThatIsNotKnownHereIsNotNoted() {
    key("maria", "101");
    simulator.add(
        Fault.status(200, READING)
            .withBody("{\"data\":{\"status\":\"lunch\"},\"isSuccess\":true}"));

    Answer answer = refreshed("maria", maria);

    assertThat(answer.status()).as(answer.body()).isEqualTo(502);
    assertThat(answer.body()).doesNotContain("lunch");
    assertThat(known()).isEmpty();
  }

  @Test
  void whatCouldNotBeNotedIs503AndSaysThatTheProviderHasIt() {
    key("maria", "101");
    stage
        .api
        .faults()
        .atRandom(1, 1.0, Set.of("dynamodb.TransactWriteItems"), List.of(new Unreachable()));

    Answer answer = set("maria", "dnd", maria);

    assertThat(answer.status()).as(answer.body()).isEqualTo(503);
    assertThat(answer.json().get("detail").asText()).contains("MightyCall has set the status");
    assertThat(answer.json().get("retryable").asBoolean()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "{\"status\":\"lunch\"}", "{\"status\":null}", "{\"status\":1}"})
  void whatIsNoStatusIsRefusedWithoutAskingTheProvider(String body) {
    Answer answer = stage.api.put(UserStatusStage.PATH + "/maria").as(maria).body(body).send();

    assertThat(answer.status()).as(answer.body()).isEqualTo(400);
    assertThat(answer.errorFields()).isEqualTo("status");
    assertThat(simulator.requests().total()).isZero();
  }
}
