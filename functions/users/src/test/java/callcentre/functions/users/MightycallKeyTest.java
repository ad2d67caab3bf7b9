package callcentre.functions.users;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import callcentre.api.access.Principal;
import callcentre.api.testing.Answer;
import callcentre.api.testing.ApiHarness;
import callcentre.api.testing.Callers;
import callcentre.aws.AwsClients;
import callcentre.aws.Variable;
import callcentre.cloud.Cloud;
import callcentre.cloud.CloudExtension;
import callcentre.simulator.Simulator;
import callcentre.simulator.faults.Fault;
import callcentre.simulator.faults.FaultMatch;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.services.secretsmanager.model.ResourceNotFoundException;

/** A user's own MightyCall key: tried, kept, deleted, never shown. */
@ExtendWith(CloudExtension.class)
class MightycallKeyTest {

  private static final String PATH = UsersStage.PATH + "/sam/mightycall-key";
  private static final String TOKEN = "/v4/auth/token";
  private static final String PROFILE = "/v4/api/profile";

  private final Simulator simulator = Simulator.start();
  private UsersStage stage;
  private String goodKey;

  @BeforeEach
  void arrange(Cloud cloud) {
    stage =
        UsersStage.of(
            ApiHarness.in(cloud)
                .tables("provider_usage")
                .signing()
                .with(Variable.PROVIDER_DAILY_LIMIT, "5")
                .account(simulator.apiKey(), simulator.adminSecret(), simulator.baseUrl()));
    stage.user("sam", "agent", "\"north\"", "\"102\"");
    goodKey = simulator.secretOf("102");
  }

  @AfterEach
  void close() {
    stage.close();
    simulator.close();
  }

  @Test
  void aGoodKeyIsTriedOnceAndKeptAndNeverShown() {
    Answer answer = put(goodKey);

    assertThat(answer.status()).as(answer.body()).isEqualTo(204);
    assertThat(answer.body()).isEmpty();
    assertThat(storedKey()).isEqualTo("{\"user_key\":\"" + goodKey + "\"}");
    assertThat(simulator.requests().count("POST", TOKEN)).isEqualTo(1);
    assertThat(simulator.requests().count("GET", PROFILE)).isEqualTo(1);
    assertThat(simulator.requests().total()).isEqualTo(2);
    assertThat(stage.read("sam", Callers.admin()).body()).doesNotContain(goodKey);
    assertThat(stage.api.get(PATH).as(Callers.admin()).send().status()).isEqualTo(405);
  }

  @Test
  void aLaterKeyReplacesTheOneThereWas() {
    put(goodKey);
    String other = simulator.secretOf("101");
    stage.user("sam", "agent", "\"north\"", "\"101\"");

    assertThat(put(other).status()).isEqualTo(204);
    assertThat(storedKey()).contains(other).doesNotContain(goodKey);
  }

  @Test
  void aKeyOfSomebodyAtAnotherExtensionIsRefusedAndNothingIsStored() {
    Answer answer = put(simulator.secretOf("101"));

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.errorFields()).isEqualTo("key");
    assertThat(answer.body())
        .contains("at extension 101", "answers at 102")
        .doesNotContain(simulator.secretOf("101"));
    assertNothingStored();
  }

  @Test
  void whoHasNoExtensionMayHaveAnyKeyOfTheAccount() {
    stage.user("sam", "agent", "\"north\"", "null");

    assertThat(put(simulator.secretOf("101")).status()).isEqualTo(204);
  }

  @Test
  void whileItIsNotKnownWhoseKeyItIsNothingIsStored() {
    simulator.add(Fault.status(503, FaultMatch.at("GET", PROFILE)));

    Answer answer = put(goodKey);

    assertThat(answer.status()).isEqualTo(502);
    assertThat(answer.body()).contains("nothing was stored");
    assertNothingStored();
  }

  @Test
  void aKeyThatTheProviderRefusesIsNotStoredAndTheAnswerSaysSo() {
    Answer answer = put("11111111-2222-3333-4444-555555555555");

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.errorFields()).isEqualTo("key");
    assertThat(answer.json().path("provider_code").asText()).isEqualTo("invalid_client");
    assertThat(answer.body()).contains("refused").doesNotContain("11111111-2222");
    assertThat(simulator.requests().count("POST", TOKEN)).isEqualTo(1);
    assertNothingStored();
  }

  @Test
  void aRefusedKeyLeavesTheGoodOne() {
    put(goodKey);

    put("11111111-2222-3333-4444-555555555555");

    assertThat(storedKey()).contains(goodKey);
  }

  @Test
  void anUnknownUserIsNotFoundAndNobodyIsAsked() {
    Answer answer =
        stage
            .api
            .put(UsersStage.PATH + "/nobody/mightycall-key")
            .as(Callers.admin())
            .body("{\"key\":\"" + goodKey + "\"}")
            .send();

    assertThat(answer.status()).isEqualTo(404);
    assertThat(simulator.requests().total()).isZero();
  }

  @Test
  void theFirstAdministratorMayHaveAKeyWithoutARow() {
    Principal first = Callers.withId(Callers.admin(), "first|admin");

    Answer answer =
        stage
            .api
            .put(UsersStage.PATH + "/first%7Cadmin/mightycall-key")
            .as(first)
            .body("{\"key\":\"" + goodKey + "\"}")
            .send();

    assertThat(answer.status()).as(answer.body()).isEqualTo(204);
  }

  @Test
  void onlyAdministratorsOfTheAccountMayGiveOrTakeKeysNotEvenTheUserItself() {
    Principal self = Callers.withId(Callers.agent("north"), "sam");
    for (Principal caller : List.of(self, Callers.manager("north"), Callers.orgAdmin("north"))) {
      assertThat(stage.api.put(PATH).as(caller).body("{\"key\":\"k\"}").send().error())
          .isEqualTo("unauthorized");
      assertThat(stage.api.delete(PATH).as(caller).send().error()).isEqualTo("unauthorized");
    }
    assertThat(simulator.requests().total()).isZero();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"key\":null}",
        "{\"key\":\"\"}",
        "{\"key\":\"two words\"}",
        "{\"key\":\"schl\\u00fcssel\"}",
        "{\"key\":7}",
        "{\"key\":\"a\",\"user\":\"b\"}"
      })
  void whatIsNoKeyIsRefusedWithoutAskingTheProvider(String body) {
    Answer answer = stage.api.put(PATH).as(Callers.admin()).body(body).send();

    assertThat(answer.status()).as(answer.body()).isEqualTo(400);
    assertThat(simulator.requests().total()).isZero();
  }

  @Test
  void whenTheProviderFailsNothingIsStoredAndTheAnswerSaysSo() {
    simulator.add(Fault.status(503, FaultMatch.all()));

    Answer answer = put(goodKey);

    assertThat(answer.status()).isEqualTo(502);
    assertThat(answer.body()).contains("nothing was stored");
    assertNothingStored();
  }

  @Test
  void triesCountAgainstTheBudget() {
    for (int tried = 0; tried < 2; tried++) {
      assertThat(put(goodKey).status()).isEqualTo(204);
    }

    Answer answer = put(goodKey);

    assertThat(answer.status()).isEqualTo(429);
    assertThat(answer.error()).isEqualTo("rate_budget_exhausted");
  }

  @Test
  void aDeletedKeyIsGoneAtOnceWithItsToken() {
    put(goodKey);

    assertThat(delete().status()).isEqualTo(204);
    assertNothingStored();
    assertThat(delete().status()).isEqualTo(404);
    assertThat(put(goodKey).status()).isEqualTo(204);
  }

  @Test
  void theKeyIsInNoLine() {
    ListAppender<ILoggingEvent> lines = new ListAppender<>();
    lines.start();
    Logger ours = (Logger) LoggerFactory.getLogger("callcentre");
    ours.addAppender(lines);
    try {
      put(goodKey);
      put("11111111-2222-3333-4444-555555555555");
    } finally {
      ours.detachAppender(lines);
    }
    String text =
        lines.list.stream()
            .map(line -> line.getFormattedMessage() + line.getKeyValuePairs())
            .collect(Collectors.joining("\n"));
    assertThat(text).contains("user_key_put").doesNotContain(goodKey, "11111111-2222");
  }

  private Answer put(String key) {
    return stage.api.put(PATH).as(Callers.admin()).body("{\"key\":\"" + key + "\"}").send();
  }

  private Answer delete() {
    return stage.api.delete(PATH).as(Callers.admin()).send();
  }

  private String storedKey() {
    return secret("user-keys");
  }

  private void assertNothingStored() {
    assertThatThrownBy(this::storedKey).isInstanceOf(ResourceNotFoundException.class);
  }

  private String secret(String kind) {
    return stage
        .api
        .bean(AwsClients.class)
        .secretsManager()
        .getSecretValue(get -> get.secretId(stage.api.stage() + "/mightycall/" + kind + "/sam"))
        .secretString();
  }
}
