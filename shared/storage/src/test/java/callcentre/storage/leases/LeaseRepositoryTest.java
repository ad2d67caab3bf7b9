package callcentre.storage.leases;

import static org.assertj.core.api.Assertions.assertThat;

import callcentre.cloud.Cloud;
import callcentre.cloud.CloudExtension;
import callcentre.cloud.faults.Fault;
import callcentre.storage.Table;
import callcentre.storage.TestStore;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@Tag("cloud")
@ExtendWith(CloudExtension.class)
class LeaseRepositoryTest {

  private static final Instant NOW = Instant.parse("2026-11-20T10:00:00Z");
  private static final Duration LENGTH = Duration.ofSeconds(20);
  private static final String TOKEN = "token";

  private final TestStore store;
  private final LeaseRepository leases;

  LeaseRepositoryTest(Cloud cloud) {
    store = TestStore.with(cloud, Table.LEASES);
    leases = new LeaseRepository(store.database());
  }

  @Test
  void nobodyHoldsALeaseThatWasNeverTaken() {
    assertThat(leases.read(TOKEN, NOW)).isEqualTo(LeaseState.NEW);
  }

  @Test
  void oneOfManyGetsTheLeaseAndTheOthersLearnWhoHasIt() throws Exception {
    List<Callable<LeaseAttempt>> attempts =
        IntStream.range(0, 16)
            .<Callable<LeaseAttempt>>mapToObj(
                index -> () -> leases.acquire(TOKEN, "owner-" + index, LENGTH, NOW))
            .toList();
    int acquired = 0;
    try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
      for (Future<LeaseAttempt> attempt : threads.invokeAll(attempts)) {
        switch (attempt.get()) {
          case LeaseAttempt.Acquired own -> acquired++;
          case LeaseAttempt.Refused refused ->
              assertThat(refused.state().holder())
                  .isEqualTo(leases.read(TOKEN, NOW).holder())
                  .isPresent();
        }
      }
    }
    assertThat(acquired).isEqualTo(1);
  }

  @Test
  void everyOperationCostsOneRequest() {
    assertThat(store.requestsOf(() -> acquire("a", NOW))).isEqualTo(1);
    assertThat(store.requestsOf(() -> leases.read(TOKEN, NOW))).isEqualTo(1);
    Lease held = acquire("a", NOW);
    assertThat(store.requestsOf(() -> leases.release(held))).isEqualTo(1);
    Lease again = acquire("b", NOW);
    assertThat(store.requestsOf(() -> leases.publish(again, "v1"))).isEqualTo(1);
  }

  @Test
  void aLeaseIsFreeWhenItIsReleasedOrItsTimeIsUp() {
    Lease first = acquire("a", NOW);
    assertThat(leases.release(first)).isTrue();
    Lease second = acquire("b", NOW);

    assertThat(leases.read(TOKEN, NOW.plus(LENGTH)).holder()).isEmpty();
    Lease third = acquire("c", NOW.plus(LENGTH));

    assertThat(List.of(first.fence(), second.fence(), third.fence())).containsExactly(1L, 2L, 3L);
  }

  @Test
  void aHolderWhoseTimeIsUpAndWasFollowedCannotPublishCoolDownOrRelease() {
    Lease late = acquire("a", NOW);
    Lease next = acquire("b", NOW.plus(LENGTH));

    assertThat(leases.publish(late, "old")).isFalse();
    assertThat(leases.coolDown(late, new LeaseState.Cooldown("k", NOW.plusSeconds(99)))).isFalse();
    assertThat(leases.release(late)).isFalse();
    assertThat(leases.publish(next, "new")).isTrue();

    assertThat(leases.read(TOKEN, NOW))
        .isEqualTo(new LeaseState(Optional.empty(), 2, Optional.of("new"), Optional.empty()));
  }

  @Test
  void aLatePublicationOfAHolderThatNobodyFollowedCounts() {
    Lease late = acquire("a", NOW);

    assertThat(leases.publish(late, "v1")).isTrue();
    assertThat(leases.read(TOKEN, NOW).currentVersionId()).contains("v1");
  }

  @Test
  void aCooldownHoldsForItsOwnSubjectUntilItsTimeAndAPublicationEndsIt() {
    LeaseState.Cooldown cooldown = new LeaseState.Cooldown("key-1", NOW.plusSeconds(60));
    leases.coolDown(acquire("a", NOW), cooldown);

    LeaseState state = leases.read(TOKEN, NOW);
    assertThat(state.holder()).isEmpty();
    assertThat(state.isCoolingDown("key-1", NOW.plusSeconds(59))).isTrue();
    assertThat(state.isCoolingDown("key-1", NOW.plusSeconds(60))).isFalse();
    assertThat(state.isCoolingDown("key-2", NOW)).isFalse();

    leases.publish(acquire("b", NOW), "v1");
    assertThat(leases.read(TOKEN, NOW).cooldown()).isEmpty();
  }

  @Test
  void onlyTheVersionThatWasFoundBadIsReplaced() {
    leases.publish(acquire("a", NOW), "v1");
    leases.publish(acquire("b", NOW), "v2");

    assertThat(leases.acquireToReplace(TOKEN, "c", Optional.of("v1"), LENGTH, NOW))
        .isInstanceOfSatisfying(
            LeaseAttempt.Refused.class,
            refused -> assertThat(refused.state().currentVersionId()).contains("v2"));
    assertThat(leases.acquireToReplace(TOKEN, "c", Optional.empty(), LENGTH, NOW))
        .isInstanceOf(LeaseAttempt.Refused.class);
    assertThat(leases.acquireToReplace(TOKEN, "c", Optional.of("v2"), LENGTH, NOW))
        .isInstanceOf(LeaseAttempt.Acquired.class);
  }

  @Test
  void lostAnswersStillGiveTheLeaseToWhoAskedAndKeepTheFence() {
    store.faults().next("dynamodb.UpdateItem", new Fault.LostAnswer());
    Lease held = acquire("a", NOW);

    store.faults().next("dynamodb.UpdateItem", new Fault.LostAnswer());
    assertThat(leases.publish(held, "v1")).isTrue();

    assertThat(store.faults().isExhausted()).isTrue();
    assertThat(leases.read(TOKEN, NOW).currentVersionId()).contains("v1");
  }

  private Lease acquire(String owner, Instant now) {
    return switch (leases.acquire(TOKEN, owner, LENGTH, now)) {
      case LeaseAttempt.Acquired acquired -> acquired.lease();
      case LeaseAttempt.Refused refused ->
          throw new AssertionError("the lease is held by " + refused.state().holder());
    };
  }
}
