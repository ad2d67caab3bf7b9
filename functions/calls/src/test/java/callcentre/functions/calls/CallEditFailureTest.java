package callcentre.functions.calls;

import static callcentre.functions.calls.CallsStage.PATH;
import static org.assertj.core.api.Assertions.assertThat;

import callcentre.api.testing.Answer;
import callcentre.api.testing.Callers;
import callcentre.aws.Variable;
import callcentre.cloud.Cloud;
import callcentre.cloud.CloudExtension;
import callcentre.simulator.faults.Fault;
import callcentre.simulator.faults.FaultKind;
import callcentre.simulator.faults.FaultMatch;
import callcentre.simulator.history.PhoneCall;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a failing provider answers, and that the row then says nothing new. */
@ExtendWith(CloudExtension.class)
class CallEditFailureTest {

  private static final FaultMatch WRITE = FaultMatch.at("POST", ProviderStage.COMMENT);

  @ParameterizedTest
  @EnumSource(
      value = FaultKind.class,
      names = {"DROP", "DROP_AFTER", "ERROR_AFTER", "HTML"})
  void whereTheOutcomeIsNotKnownSendingItAgainIsOfferedAndDoesNoHarm(FaultKind kind, Cloud cloud) {
    try (ProviderStage provider = ProviderStage.in(cloud)) {
      PhoneCall call = provider.syncedCall();
      provider.simulator.add(Fault.of(kind, WRITE.times(1)));
      Answer failed = comment(provider, call);
      assertThat(failed.status()).as(failed.body()).isEqualTo(502);
      assertThat(failed.error()).isEqualTo("mightycall_error");
      assertThat(failed.json().get("retryable").asBoolean()).isTrue();
      assertThat(shown(provider, call)).isEqualTo("null");
      assertThat(provider.simulator.requests().count("POST", ProviderStage.COMMENT)).isEqualTo(1);
      assertThat(comment(provider, call).status()).isEqualTo(200);
      assertThat(provider.marks(call).comment()).isEqualTo("Called back");
      assertThat(shown(provider, call)).isEqualTo("\"Called back\"");
    }
  }

  @Test
  void aRecordThatTheProviderNoLongerHasIs404(Cloud cloud) {
    try (ProviderStage provider = ProviderStage.in(cloud)) {
      PhoneCall call = provider.syncedCall();
      provider.simulator.history().clear();
      Answer answer = comment(provider, call);
      assertThat(answer.status()).as(answer.body()).isEqualTo(404);
      assertThat(answer.json().get("detail").asText()).contains("journal record");
      assertThat(shown(provider, call)).isEqualTo("null");
    }
  }

  @Test
  void aSpentBudgetIs429BeforeAnythingIsSent(Cloud cloud) {
    try (ProviderStage provider =
        ProviderStage.in(cloud, builder -> builder.with(Variable.PROVIDER_DAILY_LIMIT, "1"))) {
      PhoneCall call = provider.syncedCall();
      Answer answer = comment(provider, call);
      assertThat(answer.status()).as(answer.body()).isEqualTo(429);
      assertThat(answer.error()).isEqualTo("rate_budget_exhausted");
      assertThat(answer.header("Retry-After")).isPresent();
      // The one request that was left brought the token.
      assertThat(provider.simulator.requests().count("POST", ProviderStage.COMMENT)).isZero();
    }
  }

  @Test
  void aLimitThatTheProviderNamesIs429(Cloud cloud) {
    try (ProviderStage provider = ProviderStage.in(cloud)) {
      PhoneCall call = provider.syncedCall();
      provider.simulator.add(Fault.of(FaultKind.LIMIT_EXCEEDED, WRITE));
      assertThat(comment(provider, call).error()).isEqualTo("rate_budget_exhausted");
      assertThat(shown(provider, call)).isEqualTo("null");
    }
  }

  @Test
  void refusedCredentialsAreNamed(Cloud cloud) {
    try (ProviderStage provider = ProviderStage.in(cloud)) {
      PhoneCall call = provider.syncedCall();
      provider.simulator.add(
          Fault.status(400, FaultMatch.at("POST", "/v4/auth/token"))
              .withBody("{\"error\":\"invalid_client\"}"));
      Answer answer = comment(provider, call);
      assertThat(answer.status()).as(answer.body()).isEqualTo(502);
      assertThat(answer.json().get("provider_code").asText()).isEqualTo("invalid_client");
    }
  }

  @Test
  void withoutCredentialsTheAnswerNamesWhatIsMissing(Cloud cloud) {
    try (CallsStage stage = CallsStage.in(cloud)) {
      var call = Facts.incoming(1, "2026-11-20T10:00:00Z", Facts.MAIN, Optional.of("101"));
      stage.store(call, Facts.journal(1, call));
      Answer answer =
          stage
              .api
              .put(PATH + "/" + call.id() + "/comment")
              .as(Callers.admin())
              .body("{\"comment\":\"x\"}")
              .send();
      assertThat(answer.status()).as(answer.body()).isEqualTo(503);
      assertThat(answer.body()).contains("CREDENTIALS_SECRET_ID");
    }
  }

  @Test
  void whereTheRowCannotBeWrittenTheAnswerSaysThatTheProviderHasIt(Cloud cloud) {
    try (ProviderStage provider = ProviderStage.in(cloud)) {
      PhoneCall call = provider.syncedCall();
      comment(provider, call);
      provider
          .stage
          .api
          .faults()
          .atRandom(
              1,
              1.0,
              Set.of("dynamodb.PutItem", "dynamodb.TransactWriteItems"),
              List.of(new callcentre.cloud.faults.Fault.Unreachable()));
      provider.stage.clock.pass(Duration.ofSeconds(1));
      Answer answer =
          provider
              .stage
              .api
              .delete(PATH + "/" + call.guid() + "/comment")
              .as(Callers.admin())
              .send();
      assertThat(answer.status()).as(answer.body()).isEqualTo(503);
      assertThat(answer.json().get("detail").asText()).contains("MightyCall has done it");
      assertThat(shown(provider, call)).isEqualTo("\"Called back\"");
      assertThat(provider.marks(call).comment()).isNull();
    }
  }

  private static Answer comment(ProviderStage provider, PhoneCall call) {
    return provider
        .stage
        .api
        .put(PATH + "/" + call.guid() + "/comment")
        .as(Callers.admin())
        .body("{\"comment\":\"Called back\"}")
        .send();
  }

  private static String shown(ProviderStage provider, PhoneCall call) {
    return provider
        .stage
        .api
        .get(PATH + "/" + call.guid())
        .as(Callers.admin())
        .send()
        .json()
        .get("comment")
        .toString();
  }
}
