package callcentre.simulator.settings;

import java.util.Arrays;
import java.util.Optional;

/**
 * The status of the answer once the daily limit is spent. MightyCall documents none; only the words
 * "Limit Exceeded" were seen (reference 2.6, D), so a client must understand all three.
 */
public enum SpentAnswer {
  TOO_MANY_REQUESTS(429),
  FORBIDDEN(403),
  BAD_REQUEST(400);

  private final int status;

  SpentAnswer(int status) {
    this.status = status;
  }

  /** The HTTP status. */
  public int status() {
    return status;
  }

  /** The answer with this HTTP status, or empty when there is none. */
  public static Optional<SpentAnswer> ofStatus(int status) {
    return Arrays.stream(values()).filter(answer -> answer.status == status).findFirst();
  }
}
