package callcentre.domain.messages.sending;

/** Something was to happen to a message that does not happen in its state; it stays as it was. */
public final class IllegalTransitionException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public IllegalTransitionException(OutgoingId id, SendState state, SendEvent event) {
    super(
        "Message %s is %s, to which %s does not happen; it was left as it is."
            .formatted(id, state.wireName(), event));
  }
}
