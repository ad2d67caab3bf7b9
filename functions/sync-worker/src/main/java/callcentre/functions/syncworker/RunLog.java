package callcentre.functions.syncworker;

import callcentre.domain.history.DayCount;
import callcentre.domain.sync.DatasetRun;
import callcentre.domain.sync.SyncError;
import callcentre.domain.sync.SyncJob;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.event.Level;

/** The lines about a run that metrics are made from. */
final class RunLog {

  private RunLog() {}

  static void write(Logger log, SyncJob job, DatasetRun run, Duration took) {
    Level level = run.error().isPresent() ? Level.WARN : Level.INFO;
    log.atLevel(level)
        .addKeyValue("job_id", job.id())
        .addKeyValue("dataset", run.dataset().wireName())
        .addKeyValue("sync_status", run.status().wireName())
        .addKeyValue("sync_error", run.error().map(SyncError::code).orElse(""))
        .addKeyValue("fetched", run.counts().fetched())
        .addKeyValue("inserted", run.counts().inserted())
        .addKeyValue("updated", run.counts().updated())
        .addKeyValue("unchanged", run.counts().unchanged())
        .addKeyValue("merged", run.counts().merged())
        .addKeyValue("skipped", run.counts().skipped())
        .addKeyValue("failed", run.counts().failed())
        .addKeyValue("provider_requests", run.counts().requests())
        .addKeyValue("duration_millis", took.toMillis())
        .log("sync: dataset {} {}", run.dataset().wireName(), run.status().wireName());
    if (run.status().isFinal()) {
      run.detail().days().forEach(day -> write(log, job, day));
    }
  }

  private static void write(Logger log, SyncJob job, DayCount day) {

    log.atLevel(day.missing() > 0 ? Level.WARN : Level.INFO)
        .addKeyValue("job_id", job.id())
        .addKeyValue("reconciled_day", day.day().toString())
        .addKeyValue("reconciled_source", day.source().wireName())
        .addKeyValue("provider_rows", day.provider())
        .addKeyValue("stored_rows", day.stored())
        .addKeyValue("recovered_rows", day.recovered())
        .addKeyValue("missing_rows", day.missing())
        .log("sync: {} of {} compared", day.source().wireName(), day.day());
  }
}
