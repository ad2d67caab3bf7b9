package callcentre.domain.sync;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A part of the provider's data that a sync can pull by itself. */
public enum Dataset {
  NUMBERS("phones"),
  EXTENSIONS("extensions");

  private final String countName;

  Dataset(String countName) {
    this.countName = countName;
  }

  /** The name in requests, jobs and {@code …/status}, for example {@code numbers}. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The name of its count in the answer of {@code POST …/sync}, fixed by the contract. */
  public String countName() {
    return countName;
  }

  public static Optional<Dataset> ofWireName(String name) {
    return Arrays.stream(values()).filter(dataset -> dataset.wireName().equals(name)).findFirst();
  }

  /** What {@code POST …/sync} without a body pulls. */
  public static List<Dataset> defaults() {
    return List.of(NUMBERS, EXTENSIONS);
  }
}
