package callcentre.functions.webhookreceiver;

/** What a request came to. */
sealed interface Reply {

  /** The event is kept, or there was nothing to keep. */
  record Taken() implements Reply {}

  /** The address is nobody's. */
  record UnknownAddress() implements Reply {}

  record TooLarge() implements Reply {}

  /**
   * Neither table nor queue took it, or the stage is not set up; the provider may send it again.
   *
   * @param reason for the sender, without anything secret
   */
  record Unavailable(String reason) implements Reply {}
}
