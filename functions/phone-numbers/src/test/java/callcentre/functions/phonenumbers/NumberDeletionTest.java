package callcentre.functions.phonenumbers;

import static callcentre.functions.phonenumbers.NumbersStage.PATH;
import static org.assertj.core.api.Assertions.assertThat;

import callcentre.api.testing.Answer;
import callcentre.api.testing.ApiHarness;
import callcentre.api.testing.Callers;
import callcentre.cloud.Cloud;
import callcentre.cloud.CloudExtension;
import callcentre.cloud.faults.Fault;
import callcentre.domain.numbers.RawForm;
import callcentre.domain.phone.PhoneNumber;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@ExtendWith(CloudExtension.class)
class NumberDeletionTest {

  private static final PhoneNumber GENX = new PhoneNumber("+13123194556");
  private static final PhoneNumber TWICE = new PhoneNumber("+18482161220");

  private ProviderStage provider;
  private NumbersStage stage;

  @BeforeEach
  void arrange(Cloud cloud) {
    provider = ProviderStage.in(cloud);
    stage = provider.stage;
    stage.number(GENX.e164(), "GenX");
    stage.number(TWICE.e164(), "VictorySync 1", new RawForm("8482161220", Optional.of("Test")));
  }

  @AfterEach
  void close() {
    provider.close();
  }

  @Test
  void aNumberThatTheProviderDeletedIsMarkedAndItsRowKept() {
    Answer answer = provider.delete("+13123194556").send();
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    assertThat(answer.body())
        .isEqualTo(
            "{\"results\":[{\"number\":\"+13123194556\",\"id\":\"+13123194556\",\"deleted\":true,"
                + "\"status\":\"del\","
                + "\"message\":\"Selected business number was deleted from your account\"}]}");
    assertThat(provider.providerHas("+13123194556")).isFalse();
    assertThat(stage.stored(GENX).removedAt()).contains(stage.clock.instant());
  }

  @Test
  void whatIsLeftOfTheBudgetIsSaid() {
    Answer answer = provider.delete("+13123194556").send();
    assertThat(answer.header("RateLimit-Limit")).contains("2500");
    assertThat(answer.header("RateLimit-Remaining")).contains("2498");
    assertThat(answer.header("RateLimit-Reset").map(Long::parseLong).orElseThrow())
        .isBetween(0L, 90_000L);
  }

  @Test
  void everyWritingOfTheNumberIsDeletedInOneRequest() {
    Answer answer = provider.delete("848-216-1220").send();
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.json().at("/results/0/id").asText()).isEqualTo("+18482161220");
    assertThat(answer.json().at("/results/1/id").asText()).isEqualTo("8482161220");
    assertThat(provider.deletions()).isEqualTo(1);
    assertThat(provider.providerHas("8482161220")).isFalse();
    assertThat(stage.stored(TWICE).removedAt()).isPresent();
  }

  @Test
  void aPartIsSaidAndTheRowNotMarked() {
    provider.simulator.account().deleteNumbers(Set.of("8482161220"));
    Answer answer = provider.delete("+18482161220").send();
    assertThat(answer.status()).isEqualTo(202);
    assertThat(answer.json().at("/results/0/deleted").asBoolean()).isTrue();
    assertThat(answer.json().at("/results/1/deleted").asBoolean()).isFalse();
    assertThat(answer.json().at("/results/1/status").asText()).isEqualTo("fdel");
    assertThat(stage.stored(TWICE).removedAt()).isEmpty();
  }

  @Test
  void whereNothingWasDeletedTheAnswerIsAnError() {
    provider.simulator.account().deleteNumbers(Set.of("+13123194556"));
    Answer answer = provider.delete("+13123194556").send();
    assertThat(answer.status()).isEqualTo(502);
    assertThat(answer.error()).isEqualTo("mightycall_error");
    assertThat(answer.json().at("/results/0/status").asText()).isEqualTo("fdel");
    assertThat(answer.json().get("retryable").asBoolean()).isFalse();
    assertThat(stage.stored(GENX).removedAt()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "''",
    "?confirm=",
    "?confirm=+17323286846",
    "?confirm=yes",
    "?confirm=3123194556&x=1"
  })
  void withoutTheVeryNumberAsConfirmationNothingIsSent(String query) {
    Answer answer = stage.api.delete(PATH + "/+13123194556" + query).as(Callers.admin()).send();
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.errorFields()).isIn("confirm", "x");
    assertThat(provider.simulator.requests().total()).isZero();
  }

  @Test
  void theConfirmationMayBeWrittenInAnotherForm() {
    Answer answer =
        stage.api.delete(PATH + "/3123194556?confirm=312-319-4556").as(Callers.admin()).send();
    assertThat(answer.status()).isEqualTo(200);
  }

  @Test
  void unlessTheStackAllowsItNothingIsSent(Cloud cloud) {
    try (NumbersStage closed =
        NumbersStage.of(
            ProviderStage.with(
                provider.simulator, ApiHarness.in(cloud), provider.simulator.adminSecret()))) {
      closed.number(GENX.e164(), "GenX");
      Answer answer =
          closed.api.delete(PATH + "/3123194556?confirm=3123194556").as(Callers.admin()).send();
      assertThat(answer.status()).isEqualTo(409);
      assertThat(answer.error()).isEqualTo("conflict");
      assertThat(answer.json().get("detail").asText()).contains("NumberDeletionAllowed");
      assertThat(provider.simulator.requests().total()).isZero();
    }
  }

  @Test
  void aNumberThatTheAccountNeverHadIs404AndOneThatIsGoneIs409() {
    assertThat(provider.delete("+12125550199").send().status()).isEqualTo(404);
    stage.remove(GENX);
    Answer gone = provider.delete("+13123194556").send();
    assertThat(gone.status()).isEqualTo(409);
    assertThat(gone.error()).isEqualTo("conflict");
    assertThat(provider.simulator.requests().total()).isZero();
  }

  @Test
  void nobodyButAnAdministratorDeletes() {
    for (var caller :
        List.of(Callers.orgAdmin("north"), Callers.manager("north"), Callers.agent("north"))) {
      assertThat(provider.delete("+13123194556").as(caller).send().error())
          .isEqualTo("unauthorized");
    }
    assertThat(provider.simulator.requests().total()).isZero();
  }

  @Test
  void theSameKeyGivesTheFirstAnswerAndDeletesOnce() {
    Answer first = provider.delete("+13123194556").header("Idempotency-Key", "k").send();
    Answer again = provider.delete("+13123194556").header("Idempotency-Key", "k").send();
    assertThat(again.status()).isEqualTo(200);
    assertThat(again.body()).isEqualTo(first.body());
    assertThat(provider.deletions()).isEqualTo(1);
    Answer other = provider.delete("+18482161220").header("Idempotency-Key", "k").send();
    assertThat(other.error()).isEqualTo("idempotency_key_reused");
  }

  @Test
  void whenTheRowCannotBeMarkedTheDeletionIsStillSaid() {
    stage.api.faults().next("dynamodb.PutItem", new Fault.None(), new Fault.None());
    Answer warm = provider.delete("+18482161220").send();
    assertThat(warm.status()).isEqualTo(200);
    stage.api.faults().clear();
    stage.api.faults().next("dynamodb.PutItem", new Fault.AccessDenied());
    Answer answer = provider.delete("+13123194556").send();
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.json().at("/results/0/deleted").asBoolean()).isTrue();
    assertThat(stage.stored(GENX).removedAt()).isEmpty();
  }
}
