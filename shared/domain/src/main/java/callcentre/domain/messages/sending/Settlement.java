package callcentre.domain.messages.sending;

/**
 * What the journal says of messages that it cannot tell apart (design: SMS, settling by group).
 *
 * @param sent messages of which the provider said that it accepted them
 * @param unknown messages of which nobody knows
 * @param open messages whose request may still be under way
 * @param journal rows of the journal with this text, from and to these numbers, in this time
 */
public record Settlement(int sent, int unknown, int open, int journal) {

  public Settlement {
    if (sent < 0 || unknown < 0 || open < 0 || journal < 0) {
      throw new IllegalArgumentException("counts are 0 or more");
    }
  }

  /**
   * Whether all of them were sent: the journal has a row for each. With fewer rows nobody can say
   * which one is missing, so all that are unknown stay so and a person decides.
   */
  public boolean provesAllSent() {
    return open == 0 && journal >= sent + unknown;
  }

  /** The counts in a sentence, for the people who decide. */
  public String sentence() {
    return "Nobody knows whether it was sent: of this text between these numbers at this time, %d"
            .formatted(sent)
        + " were accepted and %d are unknown, and the journal shows %d. It is not sent again by"
            .formatted(unknown + open, journal)
        + " itself; look at the conversation and retry it with confirm, or leave it.";
  }
}
