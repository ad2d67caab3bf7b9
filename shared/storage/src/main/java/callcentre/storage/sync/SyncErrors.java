package callcentre.storage.sync;

import callcentre.domain.sync.SyncError;
import callcentre.storage.database.ItemReader;
import callcentre.storage.database.ItemWriter;

/** An error inside an item of {@code sync_jobs} or {@code sync_state}. */
final class SyncErrors {

  private SyncErrors() {}

  static ItemWriter write(SyncError error) {
    return new ItemWriter()
        .text("code", error.code())
        .text("message", error.message())
        .flag("retryable", error.retryable());
  }

  static SyncError read(ItemReader item) {
    return new SyncError(item.text("code"), item.text("message"), item.flag("retryable"));
  }
}
