package callcentre.storage.presence;

import callcentre.aws.Environment;
import callcentre.aws.Variable;
import callcentre.storage.history.Retention;
import java.util.Optional;
import java.util.function.Supplier;

/** How long what colleagues did is kept: {@code PRESENCE_RETENTION_DAYS}. */
public final class PresenceRetention {

  /** Longer than a year, so that a month can be compared with that of the year before. */
  public static final int USUAL_DAYS = 400;

  private static final int HUNDRED_YEARS = 36_500;

  private PresenceRetention() {}

  /** Reads the variable when asked; 0 keeps intervals for ever, nothing is {@link #USUAL_DAYS}. */
  public static Supplier<Retention> of(Environment environment) {
    return () ->
        new Retention(
            Optional.of(
                    environment.integer(
                        Variable.PRESENCE_RETENTION_DAYS, 0, HUNDRED_YEARS, USUAL_DAYS))
                .filter(days -> days > 0));
  }
}
