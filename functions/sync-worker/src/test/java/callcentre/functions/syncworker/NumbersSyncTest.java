package callcentre.functions.syncworker;

import static org.assertj.core.api.Assertions.assertThat;

import callcentre.cloud.Cloud;
import callcentre.cloud.faults.Fault;
import callcentre.domain.numbers.AccountNumber;
import callcentre.domain.numbers.RawForm;
import callcentre.domain.ownership.NumberOwnership;
import callcentre.domain.ownership.OrganisationId;
import callcentre.domain.ownership.OwnedInterval;
import callcentre.domain.phone.PhoneNumber;
import callcentre.domain.sync.Dataset;
import callcentre.domain.sync.DatasetCounts;
import callcentre.domain.sync.DatasetRun;
import callcentre.domain.sync.RunStatus;
import callcentre.domain.sync.SyncError;
import callcentre.domain.sync.SyncJob;
import callcentre.simulator.account.AccountData;
import callcentre.simulator.faults.FaultMatch;
import callcentre.storage.Versioned;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class NumbersSyncTest extends WorkbenchTest {

  private static final String NUMBERS = "/v4/api/phonenumbers";
  private static final PhoneNumber GENX = PhoneNumber.parse("+13123194556");

  NumbersSyncTest(Cloud cloud) {
    super(cloud);
  }

  @Test
  void fourListedNumbersAreThreeRowsFetchedFourMergedOne() {
    Instant before = bench.simulator.clock().instant();

    DatasetRun run = Workbench.run(bench.sync("numbers"), Dataset.NUMBERS);

    assertThat(run.status()).isEqualTo(RunStatus.SUCCEEDED);
    assertThat(run.counts()).isEqualTo(new DatasetCounts(4, 3, 0, 0, 1, 0, 0, 2));
    assertThat(run.notes())
        .containsExactly("8482161220 is +18482161220 written differently: joined.");
    assertThat(bench.numbers.all()).hasSize(3);
    AccountNumber joined = bench.number("+18482161220");
    assertThat(joined.label()).isEqualTo("VictorySync 1");
    assertThat(joined.joined().alsoKnownAs())
        .containsExactly(new RawForm("8482161220", Optional.of("Test")));
    assertThat(bench.state(Dataset.NUMBERS).asOf().orElseThrow()).isBetween(before, now());
  }

  @Test
  void aSecondSyncFindsEverythingUnchangedAndWritesNoRow() {
    bench.sync("numbers");
    List<Versioned<AccountNumber>> before = bench.numbers.all();

    DatasetRun run = Workbench.run(bench.sync("numbers"), Dataset.NUMBERS);

    assertThat(run.counts()).isEqualTo(new DatasetCounts(4, 0, 0, 3, 1, 0, 0, 1));
    assertThat(bench.numbers.all()).isEqualTo(before);
  }

  @Test
  void aNumberThatIsGoneIsKeptAndMarkedUntilItIsBack() {
    bench.sync("numbers");
    AccountData whole = bench.simulator.account().data();
    bench.simulator.account().deleteNumbers(java.util.Set.of("+13123194556"));

    DatasetRun gone = Workbench.run(bench.sync("numbers"), Dataset.NUMBERS);
    assertThat(gone.counts()).isEqualTo(new DatasetCounts(3, 0, 1, 2, 1, 0, 0, 1));
    assertThat(gone.notes()).contains("+13123194556 is no longer listed: marked as removed, kept.");
    Instant removedAt = bench.number("+13123194556").removedAt().orElseThrow();
    bench.sync("numbers");
    assertThat(bench.number("+13123194556").removedAt()).contains(removedAt);

    bench.simulator.account().replaceNumbers(whole.numbers());
    DatasetRun back = Workbench.run(bench.sync("numbers"), Dataset.NUMBERS);
    assertThat(back.counts().updated()).isEqualTo(1);
    assertThat(bench.number("+13123194556").removedAt()).isEmpty();
  }

  @Test
  void aSyncNeverChangesOwnership() {
    bench.sync("numbers");
    NumberOwnership owned = Owners.assign(bench, GENX, "harbor-dental");
    bench.simulator.account().deleteNumbers(java.util.Set.of("+13123194556"));

    bench.sync("numbers");

    assertThat(Owners.of(bench, GENX)).isEqualTo(owned);
    assertThat(owned.intervals())
        .extracting(OwnedInterval::organisation)
        .containsExactly(new OrganisationId("harbor-dental"));
    assertThat(bench.number("+13123194556").removedAt()).isPresent();
  }

  @Test
  void anAdministratorsLabelStays() {
    bench.sync("numbers");
    bench.numbers.change(
        GENX, Optional.empty(), row -> row.orElseThrow().labelled(Optional.of("Front desk")));

    bench.sync("numbers");

    assertThat(bench.number("+13123194556").label()).isEqualTo("Front desk");
  }

  @Test
  void zeroRowsWithAnErrorIsAFailure() {
    bench.sync("numbers");
    List<Versioned<AccountNumber>> rows = bench.numbers.all();
    Optional<Instant> asOf = bench.state(Dataset.NUMBERS).asOf();
    bench.simulator.add(
        callcentre.simulator.faults.Fault.status(500, FaultMatch.at("GET", NUMBERS)));

    SyncJob job = bench.sync("numbers");

    assertThat(job.status()).isEqualTo(RunStatus.FAILED);
    assertThat(job.error().map(SyncError::code)).contains("mightycall_error");
    assertThat(job.error().map(SyncError::retryable)).contains(true);
    assertThat(Workbench.run(job, Dataset.NUMBERS).counts().requests()).isEqualTo(3);
    assertThat(bench.numbers.all()).isEqualTo(rows);
    assertThat(bench.state(Dataset.NUMBERS).asOf()).isEqualTo(asOf);
    assertThat(bench.state(Dataset.NUMBERS).lastError()).isEqualTo(job.error());
    assertThat(bench.state(Dataset.NUMBERS).claim()).isEmpty();
  }

  @Test
  void anEmptyListIsBelievedOnlyWhenTwoSyncsInARowGotIt() {
    bench.sync("numbers");
    List<Versioned<AccountNumber>> rows = bench.numbers.all();
    bench.simulator.account().replaceNumbers(List.of());

    SyncJob first = bench.sync("numbers");
    assertThat(first.error().map(SyncError::code)).contains("unconfirmed_empty_list");
    assertThat(first.status()).isEqualTo(RunStatus.FAILED);
    assertThat(bench.numbers.all()).isEqualTo(rows);

    SyncJob second = bench.sync("numbers");
    assertThat(second.status()).isEqualTo(RunStatus.SUCCEEDED);
    assertThat(Workbench.run(second, Dataset.NUMBERS).counts().updated()).isEqualTo(3);
    assertThat(bench.numbers.all())
        .allSatisfy(row -> assertThat(row.value().removedAt()).isPresent());
  }

  @Test
  void anEmptyListIsFineWhereNoNumberIsStored() {
    bench.simulator.account().replaceNumbers(List.of());

    assertThat(bench.sync("numbers").status()).isEqualTo(RunStatus.SUCCEEDED);
  }

  @Test
  void aListThatIsNotWholeRemovesNothing() {
    bench.sync("numbers");
    bench.simulator.add(
        callcentre.simulator.faults.Fault.status(200, FaultMatch.at("GET", NUMBERS))
            .withBody(
                "{\"data\":{\"phoneNumbers\":[{\"number\":\"+13123194556\",\"label\":\"GenX 2\"}],"
                    + "\"total\":4},\"isSuccess\":true}"));

    SyncJob job = bench.sync("numbers");

    assertThat(job.status()).isEqualTo(RunStatus.PARTIAL);
    assertThat(job.error().map(SyncError::code)).contains("incomplete_answer");
    assertThat(bench.number("+13123194556").label()).isEqualTo("GenX 2");
    assertThat(bench.numbers.all())
        .allSatisfy(row -> assertThat(row.value().removedAt()).isEmpty());
  }

  @Test
  void whatIsNotATelephoneNumberIsSkippedAndNamed() {
    List<callcentre.simulator.account.PhoneNumber> listed =
        new ArrayList<>(bench.simulator.account().data().numbers());
    bench.sync("numbers");
    listed.removeFirst();
    listed.add(callcentre.simulator.account.PhoneNumber.of("reception", "Desk"));
    bench.simulator.account().replaceNumbers(listed);

    DatasetRun run = Workbench.run(bench.sync("numbers"), Dataset.NUMBERS);

    assertThat(run.status()).isEqualTo(RunStatus.SUCCEEDED);
    assertThat(run.counts()).isEqualTo(new DatasetCounts(4, 0, 0, 2, 1, 1, 0, 1));
    assertThat(run.notes()).anyMatch(note -> note.contains("skipped: reception"));
    assertThat(bench.number("+13123194556").removedAt()).isEmpty();
  }

  @Test
  void numbersBeyondTheStacksBoundAreStoredAllTheSameAndSaid() {
    bench.simulator.account().replaceNumbers(numbers(NumbersSync.MOST_NUMBERS + 1));

    DatasetRun run = Workbench.run(bench.sync("numbers"), Dataset.NUMBERS);

    assertThat(run.status()).isEqualTo(RunStatus.SUCCEEDED);
    assertThat(run.counts().inserted()).isEqualTo(1_001);
    assertThat(run.notes()).singleElement().asString().contains("1001 numbers", "1000");
    assertThat(bench.numbers.all()).hasSize(1_001);
  }

  private static List<callcentre.simulator.account.PhoneNumber> numbers(int count) {
    return IntStream.range(0, count)
        .mapToObj(
            number ->
                callcentre.simulator.account.PhoneNumber.of(
                    "+1312319%04d".formatted(number), "Line " + number))
        .toList();
  }

  @Test
  void aRowThatCannotBeStoredLeavesTheEarlierOnesAndTheNextSyncGoesOn() {
    // The first PutItem is the job's, then one a row.
    bench.faults.next(
        "dynamodb.PutItem", new Fault.None(), new Fault.None(), new Fault.AccessDenied());

    SyncJob job = bench.sync("numbers");

    assertThat(bench.faults.isExhausted()).isTrue();
    assertThat(job.status()).isEqualTo(RunStatus.PARTIAL);
    assertThat(job.error().map(SyncError::code)).contains("storage_unavailable");
    assertThat(Workbench.run(job, Dataset.NUMBERS).counts())
        .isEqualTo(new DatasetCounts(4, 1, 0, 0, 1, 0, 1, 2));
    assertThat(bench.numbers.all()).hasSize(1);
    assertThat(bench.state(Dataset.NUMBERS).asOf()).isEmpty();

    DatasetRun next = Workbench.run(bench.sync("numbers"), Dataset.NUMBERS);
    assertThat(next.counts()).isEqualTo(new DatasetCounts(4, 2, 0, 1, 1, 0, 0, 1));
  }

  @Test
  void aRowWhoseAnswerWasLostIsStoredOnce() {
    bench.faults.next("dynamodb.PutItem", new Fault.None(), new Fault.LostAnswer());

    SyncJob job = bench.sync("numbers");

    assertThat(job.status()).isEqualTo(RunStatus.SUCCEEDED);
    assertThat(Workbench.run(job, Dataset.NUMBERS).counts().kept()).isEqualTo(3);
    assertThat(bench.numbers.all()).extracting(Versioned::version).containsOnly(1L);
  }

  @Test
  void aTokenThatExpiredMeanwhileIsRenewedOnce() {
    bench.sync("numbers");
    bench.simulator.clock().advance(Duration.ofHours(25));
    bench.simulator.requests().clear();

    assertThat(bench.sync("numbers").status()).isEqualTo(RunStatus.SUCCEEDED);
    assertThat(bench.asked("POST", "/v4/auth/token")).isEqualTo(1);
  }

  private Instant now() {
    return bench.simulator.clock().instant();
  }
}
