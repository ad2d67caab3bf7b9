package callcentre.functions.smssender;

import callcentre.domain.messages.sending.OutgoingId;

/** The queue names a message that has no row; it goes to the DLQ, where it can be looked at. */
final class UnknownMessageException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  UnknownMessageException(OutgoingId id) {
    super("There is no message " + id + "; nothing was sent. What names it goes to the DLQ.");
  }
}
