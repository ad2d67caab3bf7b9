package callcentre.messaging;

import callcentre.aws.Environment;
import callcentre.aws.Variable;
import callcentre.storage.history.Retention;
import java.util.Optional;
import java.util.function.Supplier;

/** How long messages are kept: {@code MESSAGE_RETENTION_DAYS}. */
public final class MessageRetention {

  private static final int HUNDRED_YEARS = 36_500;

  private MessageRetention() {}

  /** Reads the variable when asked; 0 or nothing keeps messages for ever. */
  public static Supplier<Retention> of(Environment environment) {
    return () ->
        new Retention(
            Optional.of(environment.integer(Variable.MESSAGE_RETENTION_DAYS, 0, HUNDRED_YEARS, 0))
                .filter(days -> days > 0));
  }
}
