package callcentre.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import callcentre.client.error.ErrorKind;
import callcentre.client.error.MightyCallException;
import callcentre.cloud.Cloud;
import callcentre.cloud.CloudExtension;
import callcentre.domain.budget.BudgetSnapshot;
import callcentre.domain.budget.Closure;
import callcentre.domain.budget.RequestClass;
import callcentre.simulator.faults.Fault;
import callcentre.simulator.faults.FaultKind;
import callcentre.simulator.faults.FaultMatch;
import callcentre.simulator.settings.SpentAnswer;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The provider's own limit behind our budget: closed, probed, opened. */
@Tag("cloud")
@ExtendWith(CloudExtension.class)
class ProviderLimitTest {

  private static final FaultMatch TEAM = FaultMatch.at("GET", ClientHarness.TEAM);

  private final ClientHarness harness;

  ProviderLimitTest(Cloud cloud) {
    harness = new ClientHarness(cloud);
  }

  @AfterEach
  void stop() {
    harness.close();
  }

  @ParameterizedTest
  @EnumSource
  void theProvidersLimitClosesTheBudgetHoweverItIsSaid(SpentAnswer answer) {
    MightyCallClient client = client();
    spendTheProvidersLimit(client, answer);

    MightyCallException limit = failure(client);
    long sent = harness.simulator().requests().total();
    MightyCallException refused = failure(client());

    assertThat(limit.kind()).isEqualTo(ErrorKind.PROVIDER_LIMIT);
    assertThat(refused.kind()).isEqualTo(ErrorKind.BUDGET_EXHAUSTED);
    assertThat(refused.retryAt()).isPresent();
    assertThat(harness.simulator().requests().total()).isEqualTo(sent);
    assertThat(usage().closed().orElseThrow().reason())
        .isEqualTo(answer.status() + " at GET /team");
    assertThat(usage().remaining()).isZero();
  }

  @Test
  void oneProbeInFifteenMinutesAndItOpensTheBudgetWhenItIsAnswered() {
    MightyCallClient client = client();
    spendTheProvidersLimit(client, SpentAnswer.TOO_MANY_REQUESTS);
    failure(client);
    long sent = harness.simulator().requests().total();

    harness.simulator().clock().advance(Closure.PROBE_INTERVAL);
    assertThat(failure(client).kind()).isEqualTo(ErrorKind.PROVIDER_LIMIT);
    assertThat(failure(client).kind()).isEqualTo(ErrorKind.BUDGET_EXHAUSTED);
    assertThat(harness.simulator().requests().total()).isEqualTo(sent + 1);

    limitProviderTo(2500);
    harness.simulator().clock().advance(Closure.PROBE_INTERVAL);
    callTeam(client, RequestClass.INTERACTIVE);
    callTeam(client, RequestClass.INTERACTIVE);
    assertThat(usage().closed()).isEmpty();
  }

  @Test
  void aProbeThatFailsOtherwiseIsNotRepeatedAndOpensNothing() {
    MightyCallClient client = client();
    spendTheProvidersLimit(client, SpentAnswer.TOO_MANY_REQUESTS);
    failure(client);
    limitProviderTo(2500);
    harness.simulator().add(Fault.of(FaultKind.DROP, TEAM));
    long sent = harness.simulator().requests().total();

    harness.simulator().clock().advance(Closure.PROBE_INTERVAL);
    assertThat(failure(client).kind()).isEqualTo(ErrorKind.UNAVAILABLE);

    assertThat(harness.simulator().requests().total()).isEqualTo(sent + 1);
    assertThat(usage().closed()).isPresent();
  }

  @Test
  void aProbeThatNeedsATokenTakesItAlong() {
    MightyCallClient client = client();
    spendTheProvidersLimit(client, SpentAnswer.TOO_MANY_REQUESTS);
    failure(client);
    limitProviderTo(2500);
    harness.simulator().tokens().revoke(true);
    harness.simulator().clock().advance(Duration.ofHours(24));
    long sent = harness.simulator().requests().total();

    callTeam(client(), RequestClass.INTERACTIVE);

    assertThat(harness.simulator().requests().total() - sent).isLessThanOrEqualTo(3);
    assertThat(usage().closed()).isEmpty();
  }

  @Test
  void anAnswerAboutTheRequestItselfShowsThatThereIsNoLimit() {
    MightyCallClient client = client();
    spendTheProvidersLimit(client, SpentAnswer.FORBIDDEN);
    failure(client);
    limitProviderTo(2500);
    harness
        .simulator()
        .add(Fault.status(403, TEAM.times(1)).withBody(Samples.read("error-403-role")));

    harness.simulator().clock().advance(Closure.PROBE_INTERVAL);
    assertThat(failure(client).kind()).isEqualTo(ErrorKind.FORBIDDEN);

    assertThat(usage().closed()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"contacts-create-403-limit", "messages-send-403", "error-403-role"})
  void refusalsThatOnlySoundLikeALimitNeverCloseTheBudget(String sample) {
    harness.simulator().add(Fault.status(403, TEAM).withBody(Samples.read(sample)));

    assertThat(failure(client()).kind()).isIn(ErrorKind.CONFLICT, ErrorKind.FORBIDDEN);
    assertThat(usage().closed()).isEmpty();
  }

  @Test
  void anOperatorOpensTheBudget() {
    MightyCallClients process = harness.process();
    spendTheProvidersLimit(process.account(), SpentAnswer.TOO_MANY_REQUESTS);
    failure(process.account());
    limitProviderTo(2500);

    assertThat(process.budget().reopen("auth0|ada", "the provider raised the limit")).isTrue();

    callTeam(process.account(), RequestClass.INTERACTIVE);
    assertThat(process.budget().reopen("auth0|ada", "again")).isFalse();
  }

  private void spendTheProvidersLimit(MightyCallClient client, SpentAnswer answer) {
    callTeam(client, RequestClass.INTERACTIVE);
    harness
        .simulator()
        .change(
            settings ->
                settings.withBudget(settings.budget().withDailyLimit(0).withSpentAnswer(answer)));
  }

  private void limitProviderTo(int requests) {
    harness
        .simulator()
        .change(settings -> settings.withBudget(settings.budget().withDailyLimit(requests)));
  }

  private MightyCallClient client() {
    return harness.process().account();
  }

  private void callTeam(MightyCallClient client, RequestClass requestClass) {
    assertThat(client.team().get(harness.context(requestClass)).users()).hasSize(7);
  }

  private MightyCallException failure(MightyCallClient client) {
    return catchThrowableOfType(
        MightyCallException.class, () -> client.team().get(harness.context()));
  }

  private BudgetSnapshot usage() {
    return harness.process().budget().snapshot();
  }
}
