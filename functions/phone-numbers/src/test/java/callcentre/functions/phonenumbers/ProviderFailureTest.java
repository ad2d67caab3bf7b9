package callcentre.functions.phonenumbers;

import static callcentre.functions.phonenumbers.NumbersStage.PATH;
import static org.assertj.core.api.Assertions.assertThat;

import callcentre.api.testing.Answer;
import callcentre.api.testing.ApiHarness;
import callcentre.api.testing.Callers;
import callcentre.aws.Variable;
import callcentre.cloud.Cloud;
import callcentre.cloud.CloudExtension;
import callcentre.domain.phone.PhoneNumber;
import callcentre.simulator.Simulator;
import callcentre.simulator.faults.Fault;
import callcentre.simulator.faults.FaultKind;
import callcentre.simulator.faults.FaultMatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A deletion that fails at the provider is sent once, and its answer does not claim to know more.
 */
@ExtendWith(CloudExtension.class)
class ProviderFailureTest {

  private static final FaultMatch DELETION = FaultMatch.at("DELETE", ProviderStage.DELETE);
  private static final PhoneNumber GENX = new PhoneNumber("+13123194556");

  private ProviderStage provider;

  @BeforeEach
  void arrange(Cloud cloud) {
    provider = ProviderStage.in(cloud);
    provider.stage.number(GENX.e164(), "GenX");
  }

  @AfterEach
  void close() {
    provider.close();
  }

  @ParameterizedTest
  @EnumSource(
      value = FaultKind.class,
      names = {"DROP", "DROP_AFTER", "ERROR_AFTER", "MALFORMED", "HTML", "EMPTY"})
  void whereTheOutcomeIsNotKnownTheDeletionIsNeverRepeated(FaultKind kind) {
    provider.simulator.add(Fault.of(kind, DELETION));
    Answer answer = provider.delete(GENX.e164()).header("Idempotency-Key", "k").send();
    assertThat(answer.status()).as(answer.body()).isEqualTo(502);
    assertThat(answer.error()).isEqualTo("mightycall_error");
    assertThat(answer.json().get("retryable").asBoolean()).isFalse();
    assertThat(answer.json().get("detail").asText()).endsWith("sync the numbers to see.");
    assertThat(provider.stage.stored(GENX).removedAt()).isEmpty();
    Answer again = provider.delete(GENX.e164()).header("Idempotency-Key", "k").send();
    assertThat(again.body()).isEqualTo(answer.body());
    assertThat(provider.deletions()).isEqualTo(1);
  }

  @Test
  void whereNobodyListensTheNumberIsSaidToBeThereStill(Cloud cloud) {
    Simulator gone = Simulator.start();
    try (NumbersStage stage =
        NumbersStage.of(
            ProviderStage.with(gone, ApiHarness.in(cloud), gone.adminSecret())
                .with(Variable.NUMBER_DELETION_ALLOWED, "true"))) {
      stage.number(GENX.e164(), "GenX");
      gone.close();
      Answer answer =
          stage.api.delete(PATH + "/3123194556?confirm=3123194556").as(Callers.admin()).send();
      assertThat(answer.status()).as(answer.body()).isEqualTo(502);
      assertThat(answer.error()).isEqualTo("mightycall_error");
      assertThat(answer.json().get("detail").asText()).endsWith("The number was not deleted.");
      assertThat(answer.json().get("retryable").asBoolean()).isTrue();
    }
  }

  @Test
  void aSpentProviderLimitIs429() {
    provider.simulator.add(Fault.of(FaultKind.LIMIT_EXCEEDED, DELETION));
    Answer answer = provider.delete(GENX.e164()).send();
    assertThat(answer.status()).isEqualTo(429);
    assertThat(answer.error()).isEqualTo("rate_budget_exhausted");
    assertThat(provider.deletions()).isEqualTo(1);
    Answer closed = provider.delete(GENX.e164()).send();
    assertThat(closed.error()).isEqualTo("rate_budget_exhausted");
    assertThat(closed.header("Retry-After")).isPresent();
    assertThat(provider.deletions()).isEqualTo(1);
  }

  @Test
  void withoutBudgetNothingIsSentAndTheKeyStaysFree(Cloud cloud) {
    try (NumbersStage poor =
        NumbersStage.of(
            ProviderStage.with(
                    provider.simulator, ApiHarness.in(cloud), provider.simulator.adminSecret())
                .with(Variable.NUMBER_DELETION_ALLOWED, "true")
                .with(Variable.PROVIDER_DAILY_LIMIT, "1"))) {
      poor.number(GENX.e164(), "GenX");
      for (int round = 0; round < 2; round++) {
        Answer answer =
            poor.api
                .delete(PATH + "/3123194556?confirm=3123194556")
                .header("Idempotency-Key", "k")
                .as(Callers.admin())
                .send();
        assertThat(answer.status()).as(answer.body()).isEqualTo(429);
        assertThat(answer.error()).isEqualTo("rate_budget_exhausted");
        assertThat(answer.header("Retry-After")).isPresent();
      }
      assertThat(provider.deletions()).isZero();
    }
  }

  @Test
  void wrongCredentialsAreSaidAfterOneTokenRequest(Cloud cloud) {
    try (NumbersStage wrong =
        NumbersStage.of(
            ProviderStage.with(provider.simulator, ApiHarness.in(cloud), "wrong")
                .with(Variable.NUMBER_DELETION_ALLOWED, "true"))) {
      wrong.number(GENX.e164(), "GenX");
      Answer answer =
          wrong.api.delete(PATH + "/3123194556?confirm=3123194556").as(Callers.admin()).send();
      assertThat(answer.status()).isEqualTo(502);
      assertThat(answer.json().get("detail").asText()).contains("invalid_client");
      assertThat(answer.json().get("provider_code").asText()).isEqualTo("invalid_client");
      assertThat(provider.simulator.requests().total()).isEqualTo(1);
    }
  }

  @Test
  void missingCredentialsAreNamed(Cloud cloud) {
    try (NumbersStage bare =
        NumbersStage.of(
            ApiHarness.in(cloud).signing().with(Variable.NUMBER_DELETION_ALLOWED, "true"))) {
      bare.number(GENX.e164(), "GenX");
      Answer answer =
          bare.api.delete(PATH + "/3123194556?confirm=3123194556").as(Callers.admin()).send();
      assertThat(answer.status()).isEqualTo(503);
      assertThat(answer.error()).isEqualTo("temporarily_unavailable");
      assertThat(answer.json().get("detail").asText()).contains("CREDENTIALS_SECRET_ID");
    }
  }
}
