package callcentre.domain.sync;

import java.util.Arrays;
import java.util.Locale;

/** Where a sync job, or one dataset of it, stands. */
public enum RunStatus {
  QUEUED,
  RUNNING,
  SUCCEEDED,
  /** Some of it is stored, some is not; the error says what. */
  PARTIAL,
  FAILED;

  /** Whether nothing more will happen. */
  public boolean isFinal() {
    return switch (this) {
      case QUEUED, RUNNING -> false;
      case SUCCEEDED, PARTIAL, FAILED -> true;
    };
  }

  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * @throws IllegalArgumentException when no status has that name
   */
  public static RunStatus ofWireName(String name) {
    return Arrays.stream(values())
        .filter(status -> status.wireName().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no run status is called " + name));
  }
}
