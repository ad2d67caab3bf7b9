package callcentre.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import callcentre.aws.InvalidConfigurationException;
import callcentre.client.error.ErrorKind;
import callcentre.client.error.MightyCallException;
import callcentre.cloud.Cloud;
import callcentre.cloud.CloudExtension;
import callcentre.domain.budget.BudgetSnapshot;
import callcentre.domain.budget.RequestClass;
import callcentre.simulator.faults.Fault;
import callcentre.simulator.faults.FaultKind;
import callcentre.simulator.faults.FaultMatch;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The shared budget in front of the provider. */
@Tag("cloud")
@ExtendWith(CloudExtension.class)
class RequestBudgetTest {

  private static final FaultMatch TEAM = FaultMatch.at("GET", ClientHarness.TEAM);

  private final ClientHarness harness;

  RequestBudgetTest(Cloud cloud) {
    harness = new ClientHarness(cloud);
  }

  @AfterEach
  void stop() {
    harness.close();
  }

  @Test
  void everyRequestIsCountedTheTokensAndRetriesToo() {
    harness.simulator().add(Fault.of(FaultKind.ERROR_AFTER, TEAM.times(2)));
    callTeam(client(), RequestClass.INTERACTIVE);
    callTeam(client(), RequestClass.SYNC);

    BudgetSnapshot usage = usage();
    assertThat(usage.used()).isEqualTo(5).isEqualTo(harness.simulator().budgetUsed());
    assertThat(usage.byClass())
        .containsEntry(RequestClass.INTERACTIVE, 4)
        .containsEntry(RequestClass.SYNC, 1);
    assertThat(usage.lastDays().getFirst().requests()).isEqualTo(5);
    assertThat(usage.estimated()).isTrue();
  }

  /** Lesson: "quota gone by morning". */
  @Test
  void backgroundWorkStopsBeforeTheReserveAndPeopleCanStillAct() {
    harness.set("PROVIDER_DAILY_LIMIT", "6").set("PROVIDER_BUDGET_FLOORS", "sync=2,backfill=3");
    MightyCallClient client = client();
    callTeam(client, RequestClass.BACKFILL);
    callTeam(client, RequestClass.BACKFILL);

    assertExhausted(client, RequestClass.BACKFILL);
    callTeam(client, RequestClass.SYNC);
    assertExhausted(client, RequestClass.SYNC);
    callTeam(client, RequestClass.EVENT);
    callTeam(client, RequestClass.INTERACTIVE);
    MightyCallException last = assertExhausted(client, RequestClass.INTERACTIVE);

    assertThat(last.getMessage())
        .contains("6 provider requests", "interactive", "Nothing was sent");
    assertThat(harness.simulator().requests().total()).isEqualTo(6);
    harness.simulator().clock().advance(Duration.between(now(), last.retryAt().orElseThrow()));
    callTeam(client, RequestClass.INTERACTIVE);
  }

  @Test
  void withoutBudgetNoTokenIsAskedForAndTheLeaseIsFreeAgain() {
    harness.set("PROVIDER_DAILY_LIMIT", "1").set("PROVIDER_BUDGET_FLOORS", "sync=1");
    assertExhausted(client(), RequestClass.SYNC);

    assertExhausted(client(), RequestClass.INTERACTIVE);

    assertThat(harness.tokenRequests()).isEqualTo(1);
    assertThat(harness.simulator().requests().total()).isEqualTo(1);
  }

  @Test
  void aStagesShareLimitsLimitAndFloors() {
    harness.set("PROVIDER_DAILY_LIMIT", "2500").set("PROVIDER_BUDGET_SHARE", "40");

    assertThat(usage().limit()).isEqualTo(1000);
    assertThat(usage().estimated()).isTrue();
  }

  @Test
  void aBudgetThatNobodyHasUsedIsWholeAndReadingItWritesNothing() {
    MightyCallClients process = harness.process();
    harness.requests().reset();

    BudgetSnapshot usage = process.budget().report();

    assertThat(usage.limit()).isEqualTo(2500);
    assertThat(usage.used()).isZero();
    assertThat(usage.remaining()).isEqualTo(2500);
    assertThat(harness.requests().counts()).containsOnlyKeys("dynamodb.GetItem");
  }

  @ParameterizedTest
  @ValueSource(strings = {"sms", "sms=-1", "sms=x", "urgent=3"})
  void floorsThatCannotBeReadAreNamed(String floors) {
    harness.set("PROVIDER_BUDGET_FLOORS", floors);

    assertThatThrownBy(() -> client().team().get(harness.context()))
        .isInstanceOfSatisfying(
            InvalidConfigurationException.class,
            invalid -> assertThat(invalid.names()).isEqualTo(List.of("PROVIDER_BUDGET_FLOORS")));
    assertThat(harness.simulator().requests().total()).isZero();
  }

  private MightyCallClient client() {
    return harness.process().account();
  }

  private void callTeam(MightyCallClient client, RequestClass requestClass) {
    assertThat(client.team().get(harness.context(requestClass)).users()).hasSize(7);
  }

  private MightyCallException assertExhausted(MightyCallClient client, RequestClass requestClass) {
    MightyCallException failed =
        catchThrowableOfType(
            MightyCallException.class, () -> client.team().get(harness.context(requestClass)));
    assertThat(failed.kind()).isEqualTo(ErrorKind.BUDGET_EXHAUSTED);
    return failed;
  }

  private BudgetSnapshot usage() {
    return harness.process().budget().snapshot();
  }

  private Instant now() {
    return harness.clock().instant();
  }
}
