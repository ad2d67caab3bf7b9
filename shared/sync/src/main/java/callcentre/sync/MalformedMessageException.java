package callcentre.sync;

import org.jspecify.annotations.Nullable;

/** A message on the sync queue that no sender of ours wrote; it belongs into the DLQ. */
public final class MalformedMessageException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  MalformedMessageException(@Nullable Throwable cause) {
    super(
        "A message on the sync queue names no job_id; no job was touched. It goes to the DLQ, where"
            + " it can be looked at.",
        cause);
  }
}
