package callcentre.domain.sync;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What one job at a time works on: a part of the provider's data that a sync can pull by itself, or
 * the back-fill of older history. The order is that in which a job pulls them.
 */
public enum Dataset {
  NUMBERS("phones"),
  EXTENSIONS("extensions"),
  /** Calls, voicemails and messages in one list (reference 3.5). */
  JOURNAL("calls", "voicemails", "messages"),
  /** The details of calls (reference 3.1). */
  CALLS("calls"),
  /** The voicemails' own list (reference 3.2). */
  VOICEMAILS("voicemails"),
  /** Older history of the three above; a job of its own that runs beside their pulls. */
  BACKFILL("calls", "voicemails", "messages");

  private final List<String> countNames;

  Dataset(String... countNames) {
    this.countNames = List.of(countNames);
  }

  /** The name in requests, jobs and {@code …/status}, for example {@code numbers}. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The names of its counts in the answer of {@code POST …/sync}, fixed by the contract. */
  public List<String> countNames() {
    return countNames;
  }

  /** Whether it grows with time and is pulled by windows of time. */
  public boolean isHistory() {
    return switch (this) {
      case JOURNAL, CALLS, VOICEMAILS -> true;
      case NUMBERS, EXTENSIONS, BACKFILL -> false;
    };
  }

  public static Optional<Dataset> ofWireName(String name) {
    return Arrays.stream(values()).filter(dataset -> dataset.wireName().equals(name)).findFirst();
  }

  /** What {@code POST …/sync} without a body pulls. */
  public static List<Dataset> defaults() {
    return List.of(NUMBERS, EXTENSIONS);
  }

  /** What {@code POST …/sync} can name. */
  public static List<Dataset> pullable() {
    return List.of(NUMBERS, EXTENSIONS, JOURNAL, CALLS, VOICEMAILS);
  }

  /** What a back-fill can name, and pulls when it names none. */
  public static List<Dataset> history() {
    return List.of(JOURNAL, CALLS, VOICEMAILS);
  }
}
