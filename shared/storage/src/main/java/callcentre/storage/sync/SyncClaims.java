package callcentre.storage.sync;

import callcentre.domain.sync.Dataset;
import callcentre.domain.sync.DatasetRun;
import callcentre.domain.sync.SyncClaim;
import callcentre.domain.sync.SyncError;
import callcentre.domain.sync.SyncJob;
import callcentre.domain.sync.SyncState;
import callcentre.storage.Table;
import callcentre.storage.VersionConflictException;
import callcentre.storage.Versioned;
import callcentre.storage.database.Database;
import callcentre.storage.database.ItemReader;
import callcentre.storage.database.Transactions;
import callcentre.storage.database.VersionedRows;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/**
 * How jobs get hold of datasets and let them go. Each step writes job and datasets in one
 * transaction, so that of two requests one gets all it asked for and the other learns who has it,
 * and no dataset stays with a job that is over.
 */
public final class SyncClaims {

  private final Database database;
  private final SyncStateRepository states;
  private final VersionedRows<SyncJob> jobs;

  public SyncClaims(Database database) {
    this.database = database;
    this.states = new SyncStateRepository(database);
    this.jobs = SyncJobRepository.rows(database);
  }

  /**
   * Stores a job and gives it all of its datasets, or nothing: 1 request. A claim that ran out is
   * taken over; {@link #abandon} its job first, or it will look as if it were still running.
   *
   * @param job its id decides its place in lists: ids in order of time
   * @param expiresAt when the datasets are free again unless a worker takes the job up before
   */
  public ClaimResult claim(SyncJob job, Instant expiresAt, Instant now) {
    List<TransactWriteItem> writes = new ArrayList<>();
    writes.add(TransactWriteItem.builder().put(jobs.prepare(Optional.empty(), job)).build());
    for (Dataset dataset : job.datasets()) {
      writes.add(ClaimWrites.claim(database, dataset, job.id(), expiresAt, now));
    }
    try {
      database
          .conflicts()
          .run(
              () -> database.client().transactWriteItems(request -> request.transactItems(writes)));
      return new ClaimResult.Claimed(job);
    } catch (TransactionCanceledException cancelled) {
      if (Transactions.conditionFailed(cancelled, 0)) {
        // Only the same request can have stored this id: its answer was lost.
        Map<String, AttributeValue> stored = Transactions.storedItem(cancelled, 0);
        return new ClaimResult.Claimed(jobs.read(new ItemReader(Table.SYNC_JOBS, stored)).value());
      }
      for (int part = 1; part < writes.size(); part++) {
        if (Transactions.conditionFailed(cancelled, part)) {
          Dataset dataset = job.datasets().get(part - 1);
          ItemReader held =
              new ItemReader(Table.SYNC_STATE, Transactions.storedItem(cancelled, part));
          return new ClaimResult.Busy(dataset, held.text(SyncStateItems.ACTIVE_JOB));
        }
      }
      throw cancelled;
    }
  }

  /**
   * Notes how a worker's pull of one dataset ended, moves the dataset's state by {@link
   * SyncState#ended} and frees it: 3 requests.
   *
   * @param pulledAt the start of the run's first request
   * @param cursor where an incremental dataset continues
   * @return the job now; empty when the worker had lost its claim and nothing was written
   * @throws VersionConflictException when every attempt met a conflict
   */
  public Optional<SyncJob> end(
      String jobId,
      String worker,
      DatasetRun run,
      Instant pulledAt,
      Optional<String> cursor,
      Instant now) {
    return database
        .conflicts()
        .run(
            () -> {
              Optional<Versioned<SyncJob>> seen = jobs.find(SyncJobItems.key(jobId));
              if (seen.isEmpty()) {
                return Optional.empty();
              }
              SyncState state = states.find(run.dataset());
              if (!isHeldBy(state, jobId, worker)) {
                boolean noted = seen.get().value().runs().contains(run);
                return noted ? Optional.of(seen.get().value()) : Optional.empty();
              }
              SyncJob next = seen.get().value().with(run).finishedWhenDone(now);
              SyncState after = state.ended(jobId, run, pulledAt, cursor, now);
              write(
                  seen.get(),
                  next,
                  List.of(ClaimWrites.end(database, after, jobId, Optional.of(worker))));
              return Optional.of(next);
            });
  }

  /**
   * Ends a job whose worker vanished and frees what it still holds, but only where its claim ran
   * out: 3 requests.
   *
   * @return the job now; empty when there is none with that id
   * @throws VersionConflictException when every attempt met a conflict, for example with a worker
   *     that came back
   */
  public Optional<SyncJob> abandon(String jobId, SyncError why, Instant now) {
    return database
        .conflicts()
        .run(
            () -> {
              Optional<Versioned<SyncJob>> seen = jobs.find(SyncJobItems.key(jobId));
              if (seen.isEmpty() || seen.get().value().status().isFinal()) {
                return seen.map(Versioned::value);
              }
              Map<Dataset, SyncState> all = states.all();
              SyncJob next = seen.get().value().abandoned(why, now);
              List<TransactWriteItem> releases = new ArrayList<>();
              for (DatasetRun run : next.runs()) {
                SyncState state =
                    all.getOrDefault(run.dataset(), SyncState.untouched(run.dataset()));
                Optional<SyncClaim> claim =
                    state.claim().filter(held -> held.jobId().equals(jobId));
                if (claim.isPresent() && claim.get().isAlive(now)) {
                  return seen.map(Versioned::value);
                }
                if (claim.isPresent()) {
                  // A run that did not succeed moves neither as_of nor cursor: now serves for both.
                  SyncState after = state.ended(jobId, run, now, state.cursor(), now);
                  releases.add(ClaimWrites.end(database, after, jobId, claim.get().worker()));
                }
              }
              write(seen.get(), next, releases);
              return Optional.of(next);
            });
  }

  private void write(Versioned<SyncJob> seen, SyncJob next, List<TransactWriteItem> releases) {
    List<TransactWriteItem> writes = new ArrayList<>(releases);
    writes.add(TransactWriteItem.builder().put(jobs.prepare(Optional.of(seen), next)).build());
    try {
      database.client().transactWriteItems(request -> request.transactItems(writes));
    } catch (TransactionCanceledException cancelled) {
      for (int part = 0; part < writes.size(); part++) {
        if (Transactions.conditionFailed(cancelled, part)) {
          throw new VersionConflictException(Table.SYNC_STATE);
        }
      }
      throw cancelled;
    }
  }

  private static boolean isHeldBy(SyncState state, String jobId, String worker) {
    return state
        .claim()
        .filter(held -> held.jobId().equals(jobId))
        .flatMap(SyncClaim::worker)
        .filter(worker::equals)
        .isPresent();
  }
}
