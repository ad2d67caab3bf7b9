package callcentre.domain.sync;

import static org.assertj.core.api.Assertions.assertThat;

import callcentre.domain.events.WebhookState;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CadenceTest {

  private static final Instant NOW = Instant.parse("2026-11-21T09:00:00Z");
  private static final SyncState UNTOUCHED = SyncState.untouched(Dataset.NUMBERS);
  private static final Pace PACE =
      new Pace(true, 1, Optional.empty(), Optional.empty(), WebhookState.UNHEARD);
  private static final Optional<String> NONE = Optional.empty();
  private static final Optional<Instant> NONE_YET = Optional.empty();
  private static final WebhookState UNHEARD = WebhookState.UNHEARD;
  private static final SyncError ERROR = new SyncError("mightycall_timeout", "no answer", true);

  @Test
  void whatWasNeverPulledIsDue() {
    assertThat(Cadence.isDue(UNTOUCHED, PACE, false, NOW)).isTrue();
  }

  @Test
  void aFreshCopyIsNotDueUntilItsCadenceHasPassed() {
    SyncState pulled = succeeded(NOW);

    assertThat(Cadence.isDue(pulled, PACE, false, NOW.plus(Duration.ofHours(6)).minusSeconds(1)))
        .isFalse();
    assertThat(Cadence.isDue(pulled, PACE, false, NOW.plus(Duration.ofHours(6)))).isTrue();
  }

  @Test
  void aFullSyncTakesWhatIsFreshToo() {
    SyncState pulled = succeeded(NOW);

    assertThat(Cadence.isDue(pulled, PACE, true, NOW.plus(Duration.ofHours(2)))).isTrue();
    assertThat(Cadence.isDue(pulled, PACE, true, NOW.plusSeconds(60))).isFalse();
  }

  @Test
  void afterAFailureTheScheduleWaitsAnHour() {
    SyncState failed = failed(NOW);

    assertThat(Cadence.isDue(failed, PACE, false, NOW.plus(Duration.ofMinutes(59)))).isFalse();
    assertThat(Cadence.isDue(failed, PACE, true, NOW.plus(Duration.ofMinutes(59)))).isFalse();
    assertThat(Cadence.isDue(failed, PACE, false, NOW.plus(Duration.ofMinutes(60)))).isTrue();
  }

  @Test
  void aDatasetThatIsBeingPulledIsNotDueUntilItsClaimRanOut() {
    SyncState busy = claimed(NOW.plusSeconds(60));

    assertThat(Cadence.isDue(busy, PACE, false, NOW)).isFalse();
    assertThat(busy.activeJob(NOW)).contains("job-1");
    assertThat(Cadence.isDue(busy, PACE, false, NOW.plusSeconds(60))).isTrue();
    assertThat(busy.orphan(NOW.plusSeconds(60))).contains("job-1");
  }

  @Test
  void anErrorLeavesCursorAndAsOfWhereTheyWere() {
    SyncState before = succeeded(NOW);
    DatasetRun run = DatasetRun.stopped(Dataset.NUMBERS, DatasetCounts.NONE, ERROR, List.of());

    SyncState after =
        before.ended("job-2", run, NOW.plusSeconds(60), Optional.of("c2"), NOW.plusSeconds(90));

    assertThat(after.asOf()).isEqualTo(before.asOf());
    assertThat(after.cursor()).isEqualTo(before.cursor());
    assertThat(after.lastError()).contains(ERROR);
    assertThat(after.lastJob()).contains("job-2");
    assertThat(after.claim()).isEmpty();
  }

  @Test
  void aSuccessForgetsTheError() {
    assertThat(
            failed(NOW)
                .ended("job-3", success(), NOW.plusSeconds(5), Optional.empty(), NOW.plusSeconds(9))
                .lastError())
        .isEmpty();
  }

  @Test
  void aCallThatEndedMakesTheDetailsDueSoonerButNotBeforeItIsListed() {
    SyncState pulled = SyncState.untouched(Dataset.CALLS).ended("j", ofCalls(), NOW, NONE, NOW);
    Instant soon = NOW.plus(Duration.ofMinutes(5));

    assertThat(Cadence.isDue(pulled, told(NOW.plusSeconds(60)), false, soon)).isTrue();
    assertThat(Cadence.isDue(pulled, told(NOW.plusSeconds(60)), false, soon.minusSeconds(60)))
        .isFalse();
    assertThat(Cadence.isDue(pulled, PACE, false, soon)).isFalse();
    assertThat(Cadence.isDue(pulled, told(soon.minusSeconds(19)), false, soon)).isFalse();
    assertThat(Cadence.isDue(pulled, told(soon.minusSeconds(20)), false, soon)).isTrue();
  }

  @Test
  void callsThatEndJustNowDoNotHideThoseBefore() {
    SyncState pulled = SyncState.untouched(Dataset.CALLS).ended("j", ofCalls(), NOW, NONE, NOW);
    Instant now = NOW.plus(Duration.ofMinutes(5));

    assertThat(Cadence.isDue(pulled, told(now.plusSeconds(30)), false, now)).isFalse();
    assertThat(
            Cadence.isDue(
                pulled,
                told(now.plusSeconds(30), now.minusSeconds(30), now.minusSeconds(90)),
                false,
                now))
        .isTrue();
  }

  @Test
  void aCallThatWasListedWhenTheDetailsWerePulledNeedsNoMore() {
    SyncState pulled = SyncState.untouched(Dataset.CALLS).ended("j", ofCalls(), NOW, NONE, NOW);
    Instant later = NOW.plus(Duration.ofHours(1));

    assertThat(Cadence.isDue(pulled, told(NOW.minusSeconds(20)), false, later)).isFalse();
    assertThat(Cadence.isDue(pulled, told(NOW.minusSeconds(19)), false, later)).isTrue();
  }

  @Test
  void onlyDetailsCompleteCallsAndAFirstPullDoesNot() {
    WebhookState ended = told(NOW).webhooks();
    Instant later = NOW.plus(Duration.ofHours(1));

    assertThat(Cadence.isToComplete(SyncState.untouched(Dataset.CALLS), ended, later)).isFalse();
    assertThat(Cadence.isToComplete(succeeded(NOW), ended, later)).isFalse();
  }

  @Test
  void webhooksAreSilentWhenTheNewestCallBeganAfterTheLastEvent() {
    assertThat(pace(NONE_YET, NONE_YET).isSilent()).isFalse();
    assertThat(pace(NONE_YET, Optional.of(NOW)).isSilent()).isFalse();
    assertThat(pace(Optional.of(NOW), NONE_YET).isSilent()).isTrue();
    assertThat(pace(Optional.of(NOW), Optional.of(NOW.minusSeconds(120))).isSilent()).isFalse();
    assertThat(pace(Optional.of(NOW), Optional.of(NOW.minusSeconds(121))).isSilent()).isTrue();
  }

  @Test
  void whileWebhooksAreSilentTheJournalIsPulledMoreOftenUnlessNothingHappens() {
    SyncState journal =
        SyncState.untouched(Dataset.JOURNAL)
            .ended(
                "j",
                DatasetRun.succeeded(Dataset.JOURNAL, DatasetCounts.NONE, List.of()),
                NOW,
                NONE,
                NOW);
    Pace silent = pace(Optional.of(NOW), NONE_YET);
    Pace night = new Pace(false, 1, Optional.of(NOW), Optional.of(NOW), WebhookState.UNHEARD);

    assertThat(Cadence.of(journal, PACE, NOW)).isEqualTo(Duration.ofMinutes(3));
    assertThat(Cadence.of(journal, silent, NOW)).isEqualTo(Duration.ofMinutes(2));
    assertThat(Cadence.of(journal, new Pace(true, 4, NONE_YET, Optional.of(NOW), UNHEARD), NOW))
        .isEqualTo(Duration.ofMinutes(8));
    assertThat(Cadence.of(journal, night, NOW)).isEqualTo(Duration.ofMinutes(5));
    assertThat(Cadence.of(journal, night, NOW.plus(Duration.ofHours(1))))
        .isEqualTo(Duration.ofMinutes(20));
  }

  private static Pace pace(Optional<Instant> newestCall, Optional<Instant> heard) {
    return new Pace(true, 1, NONE_YET, newestCall, new WebhookState(NONE_YET, heard, List.of()));
  }

  private static Pace told(Instant... ended) {
    return new Pace(
        true, 1, NONE_YET, NONE_YET, new WebhookState(NONE_YET, NONE_YET, List.of(ended)));
  }

  private static DatasetRun ofCalls() {
    return DatasetRun.succeeded(Dataset.CALLS, DatasetCounts.NONE, List.of());
  }

  private static SyncState succeeded(Instant at) {
    return UNTOUCHED.ended("job-1", success(), at, Optional.of("c1"), at);
  }

  private static SyncState failed(Instant at) {
    DatasetRun run = DatasetRun.stopped(Dataset.NUMBERS, DatasetCounts.NONE, ERROR, List.of());
    return UNTOUCHED.ended("job-1", run, at, Optional.empty(), at);
  }

  private static SyncState claimed(Instant until) {
    return new SyncState(
        Dataset.NUMBERS,
        Optional.of(new SyncClaim("job-1", Optional.empty(), until)),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        List.of());
  }

  private static DatasetRun success() {
    return DatasetRun.succeeded(Dataset.NUMBERS, DatasetCounts.NONE, List.of());
  }
}
