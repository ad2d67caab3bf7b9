package callcentre.storage.history;

import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/**
 * Range keys in order of time: {@code 2026-11-21T15:04:05.123Z#id}. The width is fixed, so text
 * order is time order; the id makes every position of a list a different one.
 */
public final class TimeKeys {

  /** By how much a time may be later than its key says. */
  public static final Duration CUT = Duration.ofNanos(999_999);

  private static final DateTimeFormatter FORM =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

  /** Sorts behind every key, every id and, after a month, behind every key of the month. */
  static final String NEWEST = "~";

  private static final String JUST_ABOVE = " ";

  private TimeKeys() {}

  public static String of(Instant at, String id) {
    return FORM.format(at) + "#" + id;
  }

  /** The month that a row of this time is listed under, for example {@code 2026-11}. */
  public static String month(Instant at) {
    return YearMonth.from(at.atZone(ZoneOffset.UTC)).toString();
  }

  /** The smallest key of this time. */
  static String from(Instant at) {
    return FORM.format(at);
  }

  /** The greatest key that a row before this time can have. */
  static String before(Instant at) {
    return FORM.format(at.minusNanos(1)) + NEWEST;
  }

  /** A position so close above a key that no other key is between. */
  static String justAbove(String key) {
    return key + JUST_ABOVE;
  }

  /** The time of a key, cut to milliseconds. */
  public static Instant timeOf(String key) {
    return Instant.parse(key.substring(0, key.indexOf('#')));
  }

  /** The id in a key. */
  static String idOf(String key) {
    return key.substring(key.indexOf('#') + 1);
  }
}
