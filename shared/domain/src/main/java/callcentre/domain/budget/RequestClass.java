package callcentre.domain.budget;

import java.util.Locale;
import java.util.Optional;

/**
 * What a provider request is for, in falling priority: the later the class, the more of the budget
 * is kept back from it (design: Budget).
 */
public enum RequestClass {
  /** A person waits for the answer. */
  INTERACTIVE,
  /** A message that a person has sent. */
  SMS,
  /** Completing a call that a webhook told of. */
  EVENT,
  /** A scheduled or requested sync. */
  SYNC,
  /** Filling in the past. */
  BACKFILL;

  /** The name in configuration, logs and answers, for example {@code backfill}. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<RequestClass> ofWireName(String name) {
    for (RequestClass requestClass : values()) {
      if (requestClass.wireName().equals(name)) {
        return Optional.of(requestClass);
      }
    }
    return Optional.empty();
  }
}
