package callcentre.storage.sync;

import callcentre.domain.sync.Dataset;
import callcentre.domain.sync.SyncClaim;
import callcentre.domain.sync.SyncState;
import callcentre.storage.Table;
import callcentre.storage.database.ItemReader;
import callcentre.storage.database.ItemWriter;
import callcentre.storage.database.VersionedRows;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Rows of {@code sync_state}. */
final class SyncStateItems {

  static final String ACTIVE_JOB = "active_job";
  static final String WORKER = "worker";
  static final String CLAIM_EXPIRES = "claim_expires";
  static final String CURSOR = "cursor";
  static final int SCHEMA_VERSION = 1;

  private SyncStateItems() {}

  static Map<String, AttributeValue> key(Dataset dataset) {
    return Table.SYNC_STATE.key(dataset.wireName());
  }

  static Map<String, AttributeValue> write(SyncState state) {
    ItemWriter item =
        new ItemWriter()
            .all(key(state.dataset()))
            .text(CURSOR, state.cursor())
            .time("as_of", state.asOf())
            .map("last_error", state.lastError().map(SyncErrors::write))
            .text("last_job", state.lastJob())
            .time("last_run_at", state.lastRunAt())
            .time("last_change_at", state.lastChangeAt())
            .time("last_call_at", state.lastCallAt())
            .maps("days", state.days().stream().map(HistoryItems::write).toList())
            .number(VersionedRows.SCHEMA_VERSION, SCHEMA_VERSION);
    state
        .claim()
        .ifPresent(
            claim ->
                item.text(ACTIVE_JOB, claim.jobId())
                    .text(WORKER, claim.worker())
                    .millis(CLAIM_EXPIRES, claim.expiresAt()));
    return item.build();
  }

  static SyncState read(ItemReader item) {
    return new SyncState(
        item.read("dataset", SyncStateItems::readDataset),
        item.findText(ACTIVE_JOB)
            .map(job -> new SyncClaim(job, item.findText(WORKER), item.millis(CLAIM_EXPIRES))),
        item.findText(CURSOR),
        item.findTime("as_of"),
        item.findMap("last_error").map(SyncErrors::read),
        item.findText("last_job"),
        item.findTime("last_run_at"),
        item.findTime("last_change_at"),
        item.findTime("last_call_at"),
        item.maps("days").stream().map(HistoryItems::readDay).toList());
  }

  static Dataset readDataset(String name) {
    return Dataset.ofWireName(name)
        .orElseThrow(() -> new IllegalArgumentException("no dataset is called " + name));
  }
}
