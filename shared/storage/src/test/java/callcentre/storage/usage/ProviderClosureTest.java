package callcentre.storage.usage;

import static callcentre.domain.budget.RequestClass.INTERACTIVE;
import static org.assertj.core.api.Assertions.assertThat;

import callcentre.cloud.Cloud;
import callcentre.cloud.CloudExtension;
import callcentre.domain.budget.BudgetLedger;
import callcentre.domain.budget.Closure;
import callcentre.domain.budget.Reopening;
import callcentre.storage.Table;
import callcentre.storage.TestStore;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@Tag("cloud")
@ExtendWith(CloudExtension.class)
class ProviderClosureTest {

  private static final Instant NOW = Instant.parse("2026-11-21T10:17:00Z");
  private static final Instant PROBE = NOW.plus(Closure.PROBE_INTERVAL);

  private final TestStore store;
  private final ProviderUsageRepository usage;

  ProviderClosureTest(Cloud cloud) {
    store = TestStore.with(cloud, Table.PROVIDER_USAGE);
    usage = new ProviderUsageRepository(store.database());
  }

  @Test
  void aClosedBudgetRefusesEveryClassAndSaysSinceWhenAndWhy() {
    usage.take(INTERACTIVE, 1, 100, NOW);
    usage.close("429 at GET /team", NOW);

    BudgetTake take = usage.take(INTERACTIVE, 1, 100, NOW);

    assertThat(take).isInstanceOf(BudgetTake.Refused.class);
    assertThat(((BudgetTake.Refused) take).ledger().closure())
        .contains(new Closure(NOW, "429 at GET /team", PROBE));
  }

  @Test
  void aBudgetThatNobodyHasUsedYetCanBeClosed() {
    usage.close("429 at POST /auth/token", NOW);

    assertThat(ledger().closure()).isPresent();
    assertThat(ledger().window().used()).isZero();
  }

  @Test
  void closedAgainItKeepsItsBeginningAndWaitsAWholeIntervalMore() {
    usage.close("first", NOW);
    usage.close("second", NOW.plusSeconds(60));

    assertThat(ledger().closure()).contains(new Closure(NOW, "second", PROBE.plusSeconds(60)));
  }

  @Test
  void aClosedBudgetStillForgetsHoursThatLeave() {
    usage.take(INTERACTIVE, 9, 100, NOW);
    usage.close("limit", NOW);

    usage.take(INTERACTIVE, 1, 100, NOW.plusSeconds(26 * 3600));

    assertThat(ledger().window().used()).isZero();
    assertThat(ledger().closure()).isPresent();
  }

  @Test
  void noProbeIsMadeBeforeItsTime() {
    usage.close("limit", NOW);

    assertThat(usage.claimProbe(INTERACTIVE, 100, PROBE.minusMillis(1))).isEmpty();
    assertThat(ledger().window().used()).isZero();
  }

  @Test
  void noProbeIsMadeOfAnOpenBudget() {
    usage.take(INTERACTIVE, 1, 100, NOW);

    assertThat(usage.claimProbe(INTERACTIVE, 100, PROBE)).isEmpty();
  }

  @Test
  void ofManyProcessesOneGetsTheProbeAndItIsCounted() throws Exception {
    usage.close("limit", NOW);

    long claimed;
    try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
      Callable<Optional<Instant>> claim =
          () -> new ProviderUsageRepository(store.database()).claimProbe(INTERACTIVE, 100, PROBE);
      List<Future<Optional<Instant>>> claims = threads.invokeAll(Collections.nCopies(16, claim));
      claimed = claims.stream().filter(future -> future.resultNow().isPresent()).count();
    }

    assertThat(claimed).isEqualTo(1);
    assertThat(ledger().window().used()).isEqualTo(1);
    assertThat(ledger().closure().orElseThrow().nextProbeAt())
        .isEqualTo(PROBE.plus(Closure.PROBE_INTERVAL));
  }

  @Test
  void anAnsweredProbeOpensTheBudget() {
    usage.close("limit", NOW);
    Instant claim = usage.claimProbe(INTERACTIVE, 100, PROBE).orElseThrow();

    assertThat(usage.reopenAfterProbe(claim)).isTrue();
    assertThat(ledger().closure()).isEmpty();
    assertThat(usage.take(INTERACTIVE, 1, 100, PROBE)).isEqualTo(new BudgetTake.Taken(2));
  }

  @Test
  void aProbeThatComesBackAfterTheNextOneOpensNothing() {
    usage.close("limit", NOW);
    Instant first = usage.claimProbe(INTERACTIVE, 100, PROBE).orElseThrow();
    usage.claimProbe(INTERACTIVE, 100, PROBE.plus(Closure.PROBE_INTERVAL)).orElseThrow();

    assertThat(usage.reopenAfterProbe(first)).isFalse();
    assertThat(ledger().closure()).isPresent();
  }

  @Test
  void aProbeMayTakeTheFurtherRequestsThatItNeedsAndNobodyElseMay() {
    usage.close("limit", NOW);
    Instant claim = usage.claimProbe(INTERACTIVE, 100, PROBE).orElseThrow();

    assertThat(usage.takeForProbe(INTERACTIVE, 100, PROBE, claim))
        .isEqualTo(new BudgetTake.Taken(2));
    assertThat(usage.takeForProbe(INTERACTIVE, 100, PROBE, PROBE))
        .isInstanceOf(BudgetTake.Refused.class);
    assertThat(usage.take(INTERACTIVE, 1, 100, PROBE)).isInstanceOf(BudgetTake.Refused.class);
  }

  @Test
  void aProbeRespectsTheCeilingOfItsClass() {
    usage.take(INTERACTIVE, 10, 100, NOW);
    usage.close("limit", NOW);

    assertThat(usage.claimProbe(INTERACTIVE, 10, PROBE)).isEmpty();
  }

  @Test
  void anOperatorOpensItAndWhoAndWhyIsKept() {
    usage.close("limit", NOW);
    Reopening reopening = new Reopening(NOW.plusSeconds(5), "auth0|ada", "limit was raised");

    assertThat(usage.reopen(reopening)).isTrue();

    assertThat(ledger().closure()).isEmpty();
    assertThat(ledger().reopenings()).containsExactly(reopening);
    assertThat(usage.reopen(reopening)).isFalse();
  }

  @Test
  void theLastTenReopeningsAreKeptTheNewestFirst() {
    for (int i = 0; i < Reopening.KEPT + 2; i++) {
      usage.close("limit", NOW.plusSeconds(i));
      usage.reopen(new Reopening(NOW.plusSeconds(i), "ada", "try " + i));
    }

    assertThat(ledger().reopenings())
        .hasSize(Reopening.KEPT)
        .extracting(Reopening::reason)
        .startsWith("try 11")
        .endsWith("try 2");
  }

  private BudgetLedger ledger() {
    return usage.find().orElseThrow();
  }
}
