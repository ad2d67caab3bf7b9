package callcentre.runner.events;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** What a queue or a stream may do to deliveries, done on purpose ({@code --events}). */
public enum Chaos {
  /** Every batch is delivered twice. */
  DUPLICATE,
  /** Every message or record comes in a batch of its own. */
  SPLIT,
  /** Every batch comes up to three seconds late. */
  DELAY,
  /** The first delivery counts as failed after it ran, so it comes again. */
  RETRY;

  /**
   * @throws IllegalArgumentException naming what is known
   */
  public static Set<Chaos> parse(String list) {
    EnumSet<Chaos> chosen = EnumSet.noneOf(Chaos.class);
    for (String name : list.split(",", -1)) {
      chosen.add(
          Arrays.stream(values())
              .filter(each -> each.name().equalsIgnoreCase(name.strip()))
              .findFirst()
              .orElseThrow(() -> new IllegalArgumentException(unknown(name))));
    }
    return chosen;
  }

  private static String unknown(String name) {
    String known =
        Arrays.stream(values())
            .map(each -> each.name().toLowerCase(Locale.ROOT))
            .collect(Collectors.joining(", "));
    return "--events knows " + known + ", not " + name;
  }
}
