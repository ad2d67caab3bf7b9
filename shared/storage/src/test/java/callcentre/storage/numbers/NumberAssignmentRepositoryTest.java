package callcentre.storage.numbers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import callcentre.aws.Priming;
import callcentre.cloud.Cloud;
import callcentre.cloud.CloudExtension;
import callcentre.cloud.faults.Fault;
import callcentre.domain.ownership.InvalidAssignmentException;
import callcentre.domain.ownership.NumberOwnership;
import callcentre.domain.ownership.OrganisationId;
import callcentre.domain.phone.PhoneNumber;
import callcentre.storage.Outcome;
import callcentre.storage.Table;
import callcentre.storage.TestStore;
import callcentre.storage.UnknownOrganisationException;
import callcentre.storage.VersionConflictException;
import callcentre.storage.Written;
import callcentre.storage.organisations.OrganisationRepository;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

@Tag("cloud")
@ExtendWith(CloudExtension.class)
class NumberAssignmentRepositoryTest {

  private static final Instant NOW = Instant.parse("2026-11-20T10:00:00Z");
  private static final PhoneNumber NUMBER = new PhoneNumber("+18482161220");
  private static final OrganisationId GENX = new OrganisationId("genx");
  private static final OrganisationId VICTORY = new OrganisationId("victory");

  private final TestStore store;
  private final NumberAssignmentRepository assignments;

  NumberAssignmentRepositoryTest(Cloud cloud) {
    store = TestStore.with(cloud, Table.NUMBER_ASSIGNMENTS, Table.ORGANISATIONS);
    assignments = new NumberAssignmentRepository(store.database());
    OrganisationRepository organisations = new OrganisationRepository(store.database());
    organisations.name(GENX, "GenX", NOW);
    organisations.name(VICTORY, "Victory", NOW);
  }

  @Test
  void theFirstAssignmentReachesBackAndALaterOneDoesNotHandOverThePast() {
    assign(Optional.of(GENX), NOW);
    assign(Optional.of(VICTORY), NOW.plusSeconds(60));

    NumberOwnership ownership = assignments.ownership(NUMBER);
    assertThat(ownership.ownerAt(Instant.EPOCH)).contains(GENX);
    assertThat(ownership.ownerAt(NOW.plusSeconds(59))).contains(GENX);
    assertThat(ownership.ownerAt(NOW.plusSeconds(60))).contains(VICTORY);
  }

  @Test
  void everyChangeIsRecordedWithWhatWasThereBefore() {
    assign(Optional.of(GENX), NOW);
    NumberOwnership first = assignments.ownership(NUMBER);
    Instant correction = NOW.minusSeconds(3600);
    assignments.assign(
        NUMBER, Optional.of(VICTORY), Optional.of(correction), "anna", NOW.plusSeconds(5));
    NumberOwnership second = assignments.ownership(NUMBER);
    assign(Optional.empty(), NOW.plusSeconds(10));

    assertThat(assignments.changes(NUMBER))
        .containsExactly(
            new AssignmentChange(
                NUMBER,
                NOW,
                "boot",
                Optional.of(GENX),
                Optional.empty(),
                NumberOwnership.none(NUMBER)),
            new AssignmentChange(
                NUMBER,
                NOW.plusSeconds(5),
                "anna",
                Optional.of(VICTORY),
                Optional.of(correction),
                first),
            new AssignmentChange(
                NUMBER, NOW.plusSeconds(10), "boot", Optional.empty(), Optional.empty(), second));
  }

  @Test
  void anAssignmentThatChangesNothingIsNeitherWrittenNorRecorded() {
    assign(Optional.of(GENX), NOW);
    long version = assignments.directory().version();

    assertThat(
            store.requestsOf(
                () ->
                    assertThat(assign(Optional.of(GENX), NOW.plusSeconds(9)).outcome())
                        .isEqualTo(Outcome.UNCHANGED)))
        .isEqualTo(1);
    assertThat(assignments.directory().version()).isEqualTo(version);
    assertThat(assignments.changes(NUMBER)).hasSize(1);
  }

  @Test
  void unassigningANumberThatNobodyEverOwnedChangesNothing() {
    assertThat(assign(Optional.empty(), NOW).outcome()).isEqualTo(Outcome.UNCHANGED);
    assertThat(assignments.directory().version()).isZero();
  }

  @Test
  void anUnknownOrganisationOwnsNothing() {
    assertThatThrownBy(() -> assign(Optional.of(new OrganisationId("nobody")), NOW))
        .isInstanceOf(UnknownOrganisationException.class)
        .hasMessageContaining("nobody");
    assertThat(assignments.ownership(NUMBER)).isEqualTo(NumberOwnership.none(NUMBER));
    assertThat(assignments.changes(NUMBER)).isEmpty();
  }

  @Test
  void aStartInTheFutureIsRefused() {
    assertThatThrownBy(
            () ->
                assignments.assign(
                    NUMBER, Optional.of(GENX), Optional.of(NOW.plusSeconds(1)), "boot", NOW))
        .isInstanceOf(InvalidAssignmentException.class);
  }

  @Test
  void theDirectoryIsReloadedOnlyWhenAnAssignmentChanged() {
    assign(Optional.of(GENX), NOW);
    Directory known = assignments.directory();

    assertThat(store.requestsOf(() -> assertThat(assignments.refresh(known)).isSameAs(known)))
        .isEqualTo(1);

    assign(Optional.of(VICTORY), NOW.plusSeconds(1));
    assertThat(
            store.requestsOf(
                () ->
                    assertThat(assignments.refresh(known).numbers().currentOwner(NUMBER))
                        .contains(VICTORY)))
        .isEqualTo(2);
  }

  @Test
  void theCacheAsksNothingForAMinuteAndThenOnlyForTheVersion() {
    assign(Optional.of(GENX), NOW);
    AtomicReference<Instant> clock = new AtomicReference<>(NOW);
    DirectoryCache cache = new DirectoryCache(assignments, clock::get);

    assertThat(store.requestsOf(cache::get)).isEqualTo(1);
    clock.set(NOW.plus(DirectoryCache.AGE).minusMillis(1));
    assertThat(store.requestsOf(cache::get)).isZero();
    clock.set(NOW.plus(DirectoryCache.AGE));
    assertThat(store.requestsOf(cache::get)).isEqualTo(1);

    assign(Optional.of(VICTORY), NOW.plusSeconds(61));
    assertThat(cache.get().currentOwner(NUMBER)).contains(GENX);
    assertThat(cache.current().numbers().currentOwner(NUMBER)).contains(VICTORY);
    assertThat(cache.get().currentOwner(NUMBER)).contains(VICTORY);
  }

  @Test
  void theCacheKeepsNothingOfWhatIsReadWhileTheProcessIsPrimed() {
    DirectoryCache cache = new DirectoryCache(assignments, () -> NOW);
    AtomicReference<Optional<OrganisationId>> primed = new AtomicReference<>();
    Priming.run(() -> primed.set(cache.get().currentOwner(NUMBER)));
    assign(Optional.of(GENX), NOW);

    assertThat(primed.get()).isEmpty();
    assertThat(cache.get().currentOwner(NUMBER)).contains(GENX);
  }

  @Test
  void conflictsAndLostAnswersLeaveOneChangeAndOneVersion() {
    store
        .faults()
        .next(
            "dynamodb.TransactWriteItems",
            new Fault.TransactionConflict(),
            new Fault.Throttled(),
            new Fault.LostAnswer());

    assign(Optional.of(GENX), NOW);

    assertThat(store.faults().isExhausted()).isTrue();
    assertThat(assignments.changes(NUMBER)).hasSize(1);
    assertThat(assignments.directory().version()).isEqualTo(1);
  }

  @Test
  void aConflictThatNeverEndsChangesNothing() {
    Fault conflict = new Fault.TransactionConflict();
    store
        .faults()
        .next("dynamodb.TransactWriteItems", conflict, conflict, conflict, conflict, conflict);

    assertThatThrownBy(() -> assign(Optional.of(GENX), NOW))
        .isInstanceOf(TransactionCanceledException.class);
    assertThat(assignments.directory().version()).isZero();
  }

  @Test
  void simultaneousAssignmentsOfOneNumberNeverOverlapAndNoneIsLost() throws Exception {
    List<Callable<Boolean>> writers =
        IntStream.range(0, 8)
            .<Callable<Boolean>>mapToObj(
                index ->
                    () -> {
                      OrganisationId owner = index % 2 == 0 ? GENX : VICTORY;
                      Instant from = NOW.minus(Duration.ofHours(index + 1L));
                      try {
                        assignments.assign(
                            NUMBER, Optional.of(owner), Optional.of(from), "w" + index, NOW);
                        return true;
                      } catch (VersionConflictException | TransactionCanceledException beaten) {
                        return false;
                      }
                    })
            .toList();

    long recorded = 0;
    try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
      for (Future<Boolean> done : threads.invokeAll(writers)) {
        recorded += done.get() ? 1 : 0;
      }
    }

    // A change that changes nothing is not recorded, so there may be fewer records than successes.
    List<AssignmentChange> changes = assignments.changes(NUMBER);
    assertThat(changes.size()).isBetween(1, (int) recorded);
    assertThat(assignments.directory().version()).isEqualTo(changes.size());
    assertThat(assignments.directory().numbers().ownership(NUMBER))
        .isEqualTo(assignments.ownership(NUMBER));
  }

  private Written<NumberOwnership> assign(Optional<OrganisationId> owner, Instant now) {
    return assignments.assign(NUMBER, owner, Optional.empty(), "boot", now);
  }
}
