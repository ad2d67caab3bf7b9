package callcentre.storage.usage;

import static callcentre.domain.budget.RequestClass.BACKFILL;
import static callcentre.domain.budget.RequestClass.INTERACTIVE;
import static callcentre.domain.budget.RequestClass.SYNC;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import callcentre.cloud.Cloud;
import callcentre.cloud.CloudExtension;
import callcentre.cloud.faults.Fault;
import callcentre.domain.budget.BudgetLedger;
import callcentre.domain.budget.BudgetPolicy;
import callcentre.domain.budget.BudgetSnapshot;
import callcentre.domain.budget.BudgetWindow;
import callcentre.domain.budget.DayUse;
import callcentre.domain.budget.RequestClass;
import callcentre.storage.Table;
import callcentre.storage.TestStore;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.core.exception.SdkClientException;

@Tag("cloud")
@ExtendWith(CloudExtension.class)
class ProviderUsageRepositoryTest {

  private static final String UPDATE = "dynamodb.UpdateItem";
  private static final Instant NOW = Instant.parse("2026-11-21T10:17:00Z");
  private static final Duration HOUR = Duration.ofHours(1);
  private static final BudgetPolicy POLICY = new BudgetPolicy(100, 100, Map.of());

  private final TestStore store;
  private final ProviderUsageRepository usage;

  ProviderUsageRepositoryTest(Cloud cloud) {
    store = TestStore.with(cloud, Table.PROVIDER_USAGE);
    usage = new ProviderUsageRepository(store.database());
  }

  @Test
  void nothingIsThereBeforeTheFirstRequest() {
    assertThat(usage.find()).isEmpty();
  }

  @Test
  void aWarmTakeIsOneRequest() {
    take(INTERACTIVE, 1, NOW);

    assertThat(store.requestsOf(() -> take(INTERACTIVE, 1, NOW))).isEqualTo(1);
    assertThat(store.requests().count(UPDATE)).isEqualTo(1);
  }

  @Test
  void theFirstTakeOfAnHourIsThreeRequestsAndTheNextOneOneAgain() {
    take(INTERACTIVE, 1, NOW);
    Instant next = NOW.plus(HOUR);

    assertThat(store.requestsOf(() -> take(INTERACTIVE, 1, next))).isEqualTo(3);
    assertThat(store.requestsOf(() -> take(INTERACTIVE, 1, next))).isEqualTo(1);
  }

  @Test
  void aRefusedTakeIsOneRequestAndCountsNothing() {
    take(INTERACTIVE, 10, NOW);

    int requests = store.requestsOf(() -> assertThat(refused(SYNC, 1, 10, NOW)).isNotNull());
    assertThat(requests).isEqualTo(1);
    assertThat(used(NOW)).isEqualTo(10);
  }

  @Test
  void aClassStopsAtItsCeilingWhileAMoreUrgentOneGoesOn() {
    assertThat(usage.take(BACKFILL, 40, 40, NOW)).isEqualTo(new BudgetTake.Taken(40));
    assertThat(usage.take(BACKFILL, 1, 40, NOW)).isInstanceOf(BudgetTake.Refused.class);
    assertThat(usage.take(SYNC, 1, 60, NOW)).isEqualTo(new BudgetTake.Taken(41));
    assertThat(usage.take(INTERACTIVE, 59, 100, NOW)).isEqualTo(new BudgetTake.Taken(100));
    assertThat(usage.take(INTERACTIVE, 1, 100, NOW)).isInstanceOf(BudgetTake.Refused.class);
  }

  @Test
  void aCeilingOfNothingRefusesTheFirstRequestToo() {
    assertThat(refused(BACKFILL, 1, 0, NOW).window().used()).isZero();
  }

  @Test
  void hoursLeaveTheWindowOneByOneAlsoWhenSeveralHavePassed() {
    take(INTERACTIVE, 5, NOW);
    take(INTERACTIVE, 7, NOW.plus(HOUR));
    take(INTERACTIVE, 11, NOW.plus(HOUR.multipliedBy(24)));
    assertThat(used(NOW.plus(HOUR.multipliedBy(24)))).isEqualTo(23);

    take(INTERACTIVE, 1, NOW.plus(HOUR.multipliedBy(25)));
    assertThat(used(NOW.plus(HOUR.multipliedBy(25)))).isEqualTo(19);

    take(INTERACTIVE, 1, NOW.plus(HOUR.multipliedBy(48)));
    assertThat(used(NOW.plus(HOUR.multipliedBy(48)))).isEqualTo(13);

    take(INTERACTIVE, 1, NOW.plus(HOUR.multipliedBy(500)));
    assertThat(used(NOW.plus(HOUR.multipliedBy(500)))).isEqualTo(1);
  }

  @Test
  void theClassesAndDaysOfHoursThatLeftAreForgottenToo() {
    take(SYNC, 5, NOW);
    Instant later = NOW.plus(Duration.ofDays(9));
    take(INTERACTIVE, 2, later);

    BudgetSnapshot snapshot = snapshot(later);
    assertThat(snapshot.byClass()).containsEntry(SYNC, 0).containsEntry(INTERACTIVE, 2);
    assertThat(usage.find().orElseThrow().days()).containsOnlyKeys(LocalDate.parse("2026-11-30"));
  }

  @Test
  void requestsAreCountedByClassAndByDay() {
    Instant beforeMidnight = Instant.parse("2026-11-21T23:59:59Z");
    take(SYNC, 3, beforeMidnight);
    take(INTERACTIVE, 4, beforeMidnight.plusSeconds(1));

    BudgetSnapshot snapshot = snapshot(beforeMidnight.plusSeconds(1));
    assertThat(snapshot.byClass())
        .containsEntry(SYNC, 3)
        .containsEntry(INTERACTIVE, 4)
        .containsEntry(BACKFILL, 0);
    assertThat(snapshot.lastDays())
        .startsWith(
            new DayUse(LocalDate.parse("2026-11-22"), 4),
            new DayUse(LocalDate.parse("2026-11-21"), 3));
  }

  @Test
  void aProcessWhoseClockIsBehindAddsToTheHourOfTheItem() {
    take(INTERACTIVE, 1, NOW);
    ProviderUsageRepository behind = new ProviderUsageRepository(store.database());

    assertThat(behind.take(INTERACTIVE, 1, 100, NOW.minus(HOUR.multipliedBy(3))))
        .isEqualTo(new BudgetTake.Taken(2));
    assertThat(usage.find().orElseThrow().window().hour()).isEqualTo(BudgetWindow.hourOf(NOW));
  }

  @Test
  void aProcessWhoseLastHourIsOldFindsTheItemsHour() {
    take(INTERACTIVE, 1, NOW);
    ProviderUsageRepository other = new ProviderUsageRepository(store.database());
    other.take(INTERACTIVE, 1, 100, NOW.plus(HOUR));

    take(INTERACTIVE, 1, NOW.plus(HOUR));
    take(INTERACTIVE, 1, NOW);

    assertThat(used(NOW.plus(HOUR))).isEqualTo(4);
  }

  @Test
  void aLostAnswerCountsTwiceNeverNotAtAll() {
    take(INTERACTIVE, 1, NOW);
    store.faults().next(UPDATE, new Fault.LostAnswer());

    take(INTERACTIVE, 1, NOW);

    assertThat(used(NOW)).isEqualTo(3);
  }

  @Test
  void aTakeThatTheCallerNeverHearsOfIsCounted() {
    take(INTERACTIVE, 1, NOW);
    store.faults().next(UPDATE, new Fault.LostAnswerAtLast());

    assertThatThrownBy(() -> take(INTERACTIVE, 1, NOW)).isInstanceOf(SdkClientException.class);
    assertThat(used(NOW)).isEqualTo(2);
  }

  @Test
  void lostAnswersWhileTheItemIsMadeOrMovedLoseNoCount() {
    store.faults().next(UPDATE, new Fault.None(), new Fault.LostAnswer());
    take(INTERACTIVE, 1, NOW);
    assertThat(used(NOW)).isEqualTo(1);

    store.faults().next(UPDATE, new Fault.None(), new Fault.LostAnswer());
    take(INTERACTIVE, 1, NOW.plus(HOUR));

    assertThat(store.faults().isExhausted()).isTrue();
    assertThat(used(NOW.plus(HOUR))).isEqualTo(2);
  }

  private void take(RequestClass requestClass, int requests, Instant now) {
    assertThat(usage.take(requestClass, requests, 100, now)).isInstanceOf(BudgetTake.Taken.class);
  }

  private BudgetLedger refused(RequestClass requestClass, int requests, int ceiling, Instant now) {
    BudgetTake take = usage.take(requestClass, requests, ceiling, now);
    assertThat(take).isInstanceOf(BudgetTake.Refused.class);
    return ((BudgetTake.Refused) take).ledger();
  }

  private int used(Instant now) {
    return snapshot(now).used();
  }

  private BudgetSnapshot snapshot(Instant now) {
    return usage.find().orElseThrow().snapshot(POLICY, now);
  }
}
