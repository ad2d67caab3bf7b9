package callcentre.functions.calls;

import static callcentre.functions.calls.CallsStage.PATH;
import static org.assertj.core.api.Assertions.assertThat;

import callcentre.api.access.Principal;
import callcentre.api.testing.Answer;
import callcentre.api.testing.Callers;
import callcentre.api.testing.Request;
import callcentre.cloud.Cloud;
import callcentre.cloud.CloudExtension;
import callcentre.cloud.faults.Fault.Unreachable;
import callcentre.domain.numbers.AccountNumber;
import callcentre.domain.numbers.JoinedNumber;
import callcentre.domain.numbers.ListedNumber;
import callcentre.domain.numbers.NumberAttributes;
import callcentre.domain.phone.PhoneNumber;
import callcentre.simulator.faults.Fault;
import callcentre.simulator.faults.FaultKind;
import callcentre.simulator.faults.FaultMatch;
import callcentre.storage.numbers.PhoneNumberRepository;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Calls that people start: with their own key, from their own numbers, once. */
@ExtendWith(CloudExtension.class)
class DiallingTest {

  private static final PhoneNumber GENX = new PhoneNumber("+13123194556");
  private static final PhoneNumber OTHERS = new PhoneNumber("+17323286846");
  private static final FaultMatch DIAL = FaultMatch.at("POST", ProviderStage.MAKE_CALL);

  private ProviderStage provider;
  private CallsStage stage;
  private Principal dana;

  @BeforeEach
  void arrange(Cloud cloud) {
    provider = ProviderStage.in(cloud);
    stage = provider.stage;
    stage.organisations("north", "south");
    number(GENX);
    number(OTHERS);
    stage.assign(GENX, "north", Optional.empty());
    stage.assign(OTHERS, "south", Optional.empty());
    stage.agent("dana", CallsStage.since("101", "2026-01-01T00:00:00Z"));
    dana = Callers.withExtension(Callers.withId(Callers.agent("north"), "dana"), "101");
  }

  @AfterEach
  void close() {
    provider.close();
  }

  @Test
  void aCallIsStartedWithTheCallersOwnKeyAndShownAsItsOwn() {
    provider.storeKey("dana", "101");
    Answer answer = dial(dana, GENX, "(347) 555-0123").send();
    assertThat(answer.status()).as(answer.body()).isEqualTo(201);
    assertThat(answer.json().get("direction").asText()).isEqualTo("outgoing");
    assertThat(answer.json().get("status").asText()).isEqualTo("unknown");
    assertThat(answer.json().get("from").asText()).isEqualTo(GENX.e164());
    assertThat(answer.json().get("to").asText()).isEqualTo("+13475550123");
    assertThat(answer.json().at("/agent/extension").asText()).isEqualTo("101");
    assertThat(answer.json().get("sources").toString()).isEqualTo("[\"makecall\"]");
    assertThat(answer.json().get("complete").asBoolean()).isFalse();
    assertThat(answer.header("RateLimit-Remaining")).isPresent();
    String id = answer.json().get("id").asText();
    assertThat(
            CallsStage.ids(
                stage.list("?startUtc=2026-01-01T00:00:00Z&endUtc=2026-12-31T00:00:00Z", dana)))
        .containsExactly(id);
    assertThat(stage.api.get(PATH + "/" + id).as(dana).send().status()).isEqualTo(200);
  }

  @Test
  void whoHasNoKeyIs409AndNothingIsSentInAnotherName() {
    for (Principal caller : List.of(dana, Callers.admin(), Callers.manager("north"))) {
      Answer answer = dial(caller, GENX, "+13475550123").send();
      assertThat(answer.status()).as(answer.body()).isEqualTo(409);
      assertThat(answer.error()).isEqualTo("user_key_missing");
    }
    assertThat(provider.simulator.requests().total()).isZero();
  }

  @Test
  void aNumberOfOthersIs404LikeOneThatDoesNotExist() {
    provider.storeKey("dana", "101");
    Answer foreign = dial(dana, OTHERS, "+13475550123").send();
    Answer unknown = dial(dana, new PhoneNumber("+12025550100"), "+13475550123").send();
    for (Answer answer : List.of(foreign, unknown)) {
      assertThat(answer.status()).as(answer.body()).isEqualTo(404);
      assertThat(answer.error()).isEqualTo("not_found");
    }
    assertThat(foreign.json().get("detail")).isEqualTo(unknown.json().get("detail"));
    assertThat(provider.simulator.requests().total()).isZero();
  }

  @Test
  void aNumberThatTheProviderNoLongerListsIs409() {
    provider.storeKey("dana", "101");
    stage
        .api
        .bean(PhoneNumberRepository.class)
        .change(
            GENX, Optional.empty(), stored -> stored.orElseThrow().missing(stage.clock.instant()));
    assertThat(dial(dana, GENX, "+13475550123").send().error()).isEqualTo("conflict");
    assertThat(provider.simulator.requests().total()).isZero();
  }

  @ParameterizedTest
  @EnumSource(
      value = FaultKind.class,
      names = {"DROP", "DROP_AFTER", "ERROR_AFTER", "MALFORMED", "HTML", "EMPTY"})
  void whereTheOutcomeIsNotKnownTheCallIsNeverRepeated(FaultKind kind) {
    provider.storeKey("dana", "101");
    provider.simulator.add(Fault.of(kind, DIAL));
    Answer answer = dial(dana, GENX, "+13475550123").header("Idempotency-Key", "click").send();
    assertThat(answer.status()).as(answer.body()).isEqualTo(502);
    assertThat(answer.json().get("retryable").asBoolean()).isFalse();
    assertThat(answer.json().get("detail").asText()).contains("may have been started");
    Answer again = dial(dana, GENX, "+13475550123").header("Idempotency-Key", "click").send();
    assertThat(again.body()).isEqualTo(answer.body());
    assertThat(dialled()).isEqualTo(1);
  }

  @Test
  void theSameClickRingsOnce() {
    provider.storeKey("dana", "101");
    Answer first = dial(dana, GENX, "+13475550123").header("Idempotency-Key", "click").send();
    Answer second = dial(dana, GENX, "+13475550123").header("Idempotency-Key", "click").send();
    assertThat(second.status()).isEqualTo(201);
    assertThat(second.body()).isEqualTo(first.body());
    assertThat(dial(dana, GENX, "+19175550188").header("Idempotency-Key", "click").send().error())
        .isEqualTo("idempotency_key_reused");
    assertThat(dialled()).isEqualTo(1);
  }

  @Test
  void aCallCostsOneProviderRequestAndNineOfTheDatabase() {
    provider.storeKey("dana", "101");
    assertThat(dial(dana, GENX, "+19175550188").send().status()).isEqualTo(201);
    stage.api.requests().reset();
    provider.simulator.requests().clear();
    assertThat(dial(dana, GENX, "+13475550123").send().status()).isEqualTo(201);
    assertThat(provider.simulator.requests().total()).isEqualTo(1);
    assertThat(stage.api.requests().counts())
        .isEqualTo(
            Map.of(
                "dynamodb.GetItem", 4,
                "dynamodb.Query", 1,
                "dynamodb.UpdateItem", 1,
                "dynamodb.BatchGetItem", 2,
                "dynamodb.TransactWriteItems", 1));
  }

  @Test
  void whatTheProviderRefusesIsNamedByField() {
    provider.storeKey("dana", "101");
    provider.simulator.add(
        Fault.status(400, DIAL)
            .withBody(
                "{\"message\":\"The request is invalid.\",\"modelState\":{\"model.To\":[\"Invalid"
                    + " phone number format.\"]}}"));
    Answer answer = dial(dana, GENX, "+13475550123").send();
    assertThat(answer.status()).as(answer.body()).isEqualTo(400);
    assertThat(answer.errorFields()).isEqualTo("to");
  }

  @Test
  void aCallWhoseRowCannotBeStoredIsAnsweredAllTheSame() {
    provider.storeKey("dana", "101");
    assertThat(dial(dana, GENX, "+13475550123").send().status()).isEqualTo(201);
    stage
        .api
        .faults()
        .atRandom(1, 1.0, Set.of("dynamodb.TransactWriteItems"), List.of(new Unreachable()));
    Answer answer = dial(dana, GENX, "+19175550188").send();
    assertThat(answer.status()).as(answer.body()).isEqualTo(201);
    assertThat(answer.json().get("to").asText()).isEqualTo("+19175550188");
    assertThat(dialled()).isEqualTo(2);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{}|from,to",
        "{\"from\":\"+13123194556\"}|to",
        "{\"from\":\"+13123194556\",\"to\":\"nobody\"}|to",
        "{\"from\":\"+13123194556\",\"to\":\"1\"}|to",
        "{\"from\":\"twelve\",\"to\":\"101\"}|from",
        "{\"from\":\"+13123194556\",\"to\":\"101\",\"at\":\"noon\"}|at",
      })
  void badInputNamesItsField(String body, String fields) {
    Answer answer = stage.api.post(PATH).as(dana).body(body).send();
    assertThat(answer.status()).as(answer.body()).isEqualTo(400);
    assertThat(answer.errorFields()).isEqualTo(fields);
  }

  private Request dial(Principal caller, PhoneNumber from, String to) {
    return stage
        .api
        .post(PATH)
        .as(caller)
        .body("{\"from\":\"" + from.e164() + "\",\"to\":\"" + to + "\"}");
  }

  private long dialled() {
    return provider.simulator.requests().count("POST", ProviderStage.MAKE_CALL);
  }

  private void number(PhoneNumber number) {
    ListedNumber listed =
        new ListedNumber(
            number.e164(),
            Optional.empty(),
            new NumberAttributes(true, false, false, false, "Enabled", true, true, "Both"));
    stage
        .api
        .bean(PhoneNumberRepository.class)
        .change(
            number,
            Optional.empty(),
            stored ->
                AccountNumber.firstSeen(
                    new JoinedNumber(number, listed, List.of()), stage.clock.instant()));
  }
}
