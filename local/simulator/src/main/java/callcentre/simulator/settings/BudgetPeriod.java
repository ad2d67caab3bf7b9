package callcentre.simulator.settings;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Optional;

/** How the 24 hours of the daily limit are counted; MightyCall does not say (reference 2.6, D). */
public enum BudgetPeriod {
  /** The 24 hours before each request. */
  ROLLING("rolling"),
  /** The UTC day of each request. */
  CALENDAR("calendar");

  private final String label;

  BudgetPeriod(String label) {
    this.label = label;
  }

  /** The name used in JSON. */
  public String label() {
    return label;
  }

  /** The period with this label, or empty when there is none. */
  public static Optional<BudgetPeriod> ofLabel(String label) {
    return Arrays.stream(values()).filter(period -> period.label.equals(label)).findFirst();
  }

  /** The first instant that still counts at {@code now}. */
  public Instant start(Instant now) {
    return switch (this) {
      case ROLLING -> now.minus(Duration.ofHours(24)).plusNanos(1);
      case CALENDAR -> now.truncatedTo(ChronoUnit.DAYS);
    };
  }
}
