package callcentre.messaging;

/** The queue took some messages and not others; all of them have rows that wait to be found. */
public final class QueueRefusedException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  QueueRefusedException(int messages) {
    super(
        "The queue did not take "
            + messages
            + " messages. Their rows stay queued; the dispatcher puts them on the queue again.");
  }
}
