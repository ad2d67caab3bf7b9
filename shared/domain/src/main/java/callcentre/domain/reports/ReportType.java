package callcentre.domain.reports;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The kinds of daily report that {@code GET …/reports} lists. */
public enum ReportType {
  CALLS,
  MESSAGES,
  ANALYTICS;

  /** The name in the query {@code type} and in answers, for example {@code calls}. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<ReportType> ofWireName(String name) {
    return Arrays.stream(values()).filter(type -> type.wireName().equals(name)).findFirst();
  }

  /** Every name, for an error that lists what is supported. */
  public static List<String> wireNames() {
    return Arrays.stream(values()).map(ReportType::wireName).toList();
  }
}
