package callcentre.functions.messages.usage;

import java.util.Locale;

/** What usage is told apart by. */
enum UsageGroup {
  /** In the zone of the organisation that owned the number. */
  DAY,
  NUMBER,
  ORGANISATION;

  String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }
}
