package callcentre.storage.sync;

import callcentre.domain.sync.DatasetCounts;
import callcentre.domain.sync.DatasetRun;
import callcentre.domain.sync.RunDetail;
import callcentre.domain.sync.RunStatus;
import callcentre.domain.sync.SyncJob;
import callcentre.storage.Table;
import callcentre.storage.database.ItemReader;
import callcentre.storage.database.ItemWriter;
import callcentre.storage.database.RowMapper;
import java.time.Duration;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Rows of {@code sync_jobs}. */
final class SyncJobItems implements RowMapper<SyncJob> {

  /** How long a job can be looked up; DynamoDB removes it some days later. */
  static final Duration RETENTION = Duration.ofDays(90);

  @Override
  public Map<String, AttributeValue> key(SyncJob row) {
    return key(row.id());
  }

  static Map<String, AttributeValue> key(String id) {
    return Table.SYNC_JOBS.key(Table.ACCOUNT, id);
  }

  @Override
  public ItemWriter write(SyncJob row) {
    return new ItemWriter()
        .text("requested_by", row.requestedBy())
        .maps("runs", row.runs().stream().map(SyncJobItems::write).toList())
        .time("created_at", row.createdAt())
        .time("started_at", row.startedAt())
        .time("finished_at", row.finishedAt())
        .map("backfill", row.backfill().map(HistoryItems::write))
        .seconds("ttl", row.createdAt().plus(RETENTION));
  }

  @Override
  public SyncJob read(ItemReader item) {
    return new SyncJob(
        item.text("id"),
        item.text("requested_by"),
        item.maps("runs").stream().map(SyncJobItems::readRun).toList(),
        item.time("created_at"),
        item.findTime("started_at"),
        item.findTime("finished_at"),
        item.findMap("backfill").map(HistoryItems::readRange));
  }

  private static ItemWriter write(DatasetRun run) {
    return new ItemWriter()
        .text("dataset", run.dataset().wireName())
        .text("status", run.status().wireName())
        .map("counts", write(run.counts()))
        .map("error", run.error().map(SyncErrors::write))
        .texts("notes", run.notes())
        .map("detail", HistoryItems.write(run.detail()));
  }

  private static DatasetRun readRun(ItemReader item) {
    return new DatasetRun(
        item.read("dataset", SyncStateItems::readDataset),
        item.read("status", RunStatus::ofWireName),
        readCounts(item.map("counts")),
        item.findMap("error").map(SyncErrors::read),
        item.texts("notes"),
        item.findMap("detail").map(HistoryItems::readDetail).orElse(RunDetail.NONE));
  }

  private static ItemWriter write(DatasetCounts counts) {
    return new ItemWriter()
        .number("fetched", counts.fetched())
        .number("inserted", counts.inserted())
        .number("updated", counts.updated())
        .number("unchanged", counts.unchanged())
        .number("merged", counts.merged())
        .number("skipped", counts.skipped())
        .number("failed", counts.failed())
        .number("requests", counts.requests());
  }

  private static DatasetCounts readCounts(ItemReader item) {
    return new DatasetCounts(
        Math.toIntExact(item.number("fetched")),
        Math.toIntExact(item.number("inserted")),
        Math.toIntExact(item.number("updated")),
        Math.toIntExact(item.number("unchanged")),
        Math.toIntExact(item.number("merged")),
        Math.toIntExact(item.number("skipped")),
        Math.toIntExact(item.number("failed")),
        Math.toIntExact(item.number("requests")));
  }
}
