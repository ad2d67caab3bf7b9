package callcentre.domain.messages.sending;

/**
 * Why a message was not sent, or is not known to be.
 *
 * @param code for programs, for example {@code opted_out}
 * @param reason for people: what happened, what was kept, what to do; at most 500 characters
 */
public record SendError(String code, String reason) {

  private static final int LONGEST = 500;

  public SendError {
    reason = reason.length() <= LONGEST ? reason : reason.substring(0, LONGEST - 1) + "…";
  }
}
