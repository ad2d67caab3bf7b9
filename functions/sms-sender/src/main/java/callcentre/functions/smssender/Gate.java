package callcentre.functions.smssender;

import callcentre.domain.messages.sending.SendError;
import java.time.Instant;

/** Whether a message may be claimed now. */
sealed interface Gate {

  record Open() implements Gate {}

  /**
   * Not yet.
   *
   * @param paced whether {@code until} is its place in its number's pace
   */
  record Wait(Instant until, boolean paced, SendError why) implements Gate {}

  /** Never. */
  record Shut(SendError why) implements Gate {}
}
