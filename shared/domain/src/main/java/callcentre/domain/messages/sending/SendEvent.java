package callcentre.domain.messages.sending;

/** What happens to a message that we send. */
public enum SendEvent {
  /** A sender takes it: from now on it alone may make a request, and only one. */
  CLAIM,
  /** It is not its time yet: quiet hours, the number's pace. No request was made. */
  POSTPONE,
  /** Its time has come: it goes to the queue. */
  ENQUEUE,
  /** It must not be sent, for example because the recipient opted out. No request was made. */
  REJECT,
  /** A person takes it back. */
  CANCEL,
  /** The provider accepted it. */
  ACCEPT,
  /** The provider refused it for good. */
  REFUSE,
  /** It was certainly not accepted, and may be tried again later under a new claim. */
  RELEASE,
  /** The claim ended without a certain answer. */
  LOSE,
  /** The journal shows that it was sent. */
  SETTLE,
  /** It was accepted, and the journal shows that the provider did not send it. */
  UNDELIVERED
}
