package callcentre.messaging;

import org.jspecify.annotations.Nullable;

/** Something on the queue of messages that no sender of ours wrote; it belongs into the DLQ. */
public final class MalformedQueueMessageException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  MalformedQueueMessageException(@Nullable Throwable cause) {
    super(
        "Something on the queue of messages names no message_id; no message was touched. It goes"
            + " to the DLQ, where it can be looked at.",
        cause);
  }
}
