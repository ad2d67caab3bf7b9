package callcentre.domain.sync;

import callcentre.domain.history.DayCount;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where the copy of one dataset stands.
 *
 * @param claim the job that pulls it, or waits to; it may have expired
 * @param cursor where an incremental dataset continues; datasets that are read whole have none
 * @param asOf the start of our request of the last complete pull: the copy is at least this fresh
 * @param lastError why the last run did not succeed; empty after a success
 * @param lastJob the job of the last run
 * @param lastRunAt when the last run ended, whatever its result
 * @param lastChangeAt when a run last stored something that was not known
 * @param lastCallAt when the newest call began of which the journal told; empty of other datasets
 * @param days the newest comparisons with the provider's own counts, at most {@link #MOST_DAYS}
 */
public record SyncState(
    Dataset dataset,
    Optional<SyncClaim> claim,
    Optional<String> cursor,
    Optional<Instant> asOf,
    Optional<SyncError> lastError,
    Optional<String> lastJob,
    Optional<Instant> lastRunAt,
    Optional<Instant> lastChangeAt,
    Optional<Instant> lastCallAt,
    List<DayCount> days) {

  /** How many comparisons are kept: two families through a week. */
  public static final int MOST_DAYS = 14;

  public SyncState {
    days = List.copyOf(days);
  }

  /** A dataset that was never pulled. */
  public static SyncState untouched(Dataset dataset) {
    return new SyncState(
        dataset,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        List.of());
  }

  /** The job that pulls it now; empty when nobody does or the claim ran out. */
  public Optional<String> activeJob(Instant now) {
    return claim.filter(held -> held.isAlive(now)).map(SyncClaim::jobId);
  }

  /** The job whose worker vanished: its claim ran out and nobody ended it. */
  public Optional<String> orphan(Instant now) {
    return claim.filter(held -> !held.isAlive(now)).map(SyncClaim::jobId);
  }

  /** How long ago the last complete pull started; empty when there was none. */
  public Optional<Duration> age(Instant now) {
    return asOf.map(pulled -> Duration.between(pulled, now));
  }

  /**
   * This state after a job's run, the claim released. Only a success moves {@code asOf} and {@code
   * cursor}: an error leaves them where they were.
   *
   * @param pulledAt the start of the run's first request
   * @param nextCursor where an incremental dataset continues
   */
  public SyncState ended(
      String jobId, DatasetRun run, Instant pulledAt, Optional<String> nextCursor, Instant now) {
    boolean complete = run.status() == RunStatus.SUCCEEDED;
    return new SyncState(
        dataset,
        Optional.empty(),
        complete ? nextCursor : cursor,
        complete ? Optional.of(pulledAt) : asOf,
        run.error(),
        Optional.of(jobId),
        Optional.of(now),
        run.counts().changed() > 0 ? Optional.of(now) : lastChangeAt,
        Stream.concat(lastCallAt.stream(), run.detail().newestCall().stream())
            .max(Comparator.naturalOrder()),
        newest(days, run.detail().days()));
  }

  /** Whether a run stored something new at or after a time. */
  public boolean hasChangedSince(Instant time) {
    return lastChangeAt.filter(changed -> !changed.isBefore(time)).isPresent();
  }

  /** Whether a day was compared with the provider's own counts. */
  public boolean isCompared(LocalDate day) {
    return days.stream().anyMatch(count -> count.day().equals(day));
  }

  private static List<DayCount> newest(List<DayCount> known, List<DayCount> more) {
    List<DayCount> all = new ArrayList<>(known);
    all.removeIf(
        old ->
            more.stream()
                .anyMatch(it -> it.day().equals(old.day()) && it.source() == old.source()));
    all.addAll(more);
    all.sort(Comparator.comparing(DayCount::day).thenComparing(DayCount::source));
    return all.subList(Math.max(0, all.size() - MOST_DAYS), all.size());
  }
}
