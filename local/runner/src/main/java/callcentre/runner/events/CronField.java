package callcentre.runner.events;

import java.util.BitSet;
import java.util.List;
import java.util.Locale;

/**
 * A field of numbers with lists, ranges and steps: {@code *}, {@code 1,5}, {@code 8-17}, {@code
 * 0/15}.
 */
enum CronField {
  MINUTES(0, 59, List.of()),
  HOURS(0, 23, List.of()),
  DAYS_OF_MONTH(1, 31, List.of()),
  MONTHS(
      1,
      12,
      List.of("JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC")),
  DAYS_OF_WEEK(1, 7, List.of("SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT")),
  YEARS(1970, 2199, List.of());

  private final int first;
  private final int last;
  private final List<String> names;

  CronField(int first, int last, List<String> names) {
    this.first = first;
    this.last = last;
    this.names = names;
  }

  BitSet values(String text) {
    BitSet values = new BitSet(last + 1);
    for (String part : text.split(",", -1)) {
      add(part, values, text);
    }
    return values;
  }

  private void add(String part, BitSet values, String whole) {
    String[] stepped = part.split("/", -1);
    String[] range = stepped[0].split("-", -1);
    if (stepped.length > 2 || range.length > 2) {
      throw wrong(whole);
    }
    int step = stepped.length == 2 ? integer(stepped[1], whole) : 1;
    boolean all = range[0].equals("*");
    int from = all ? first : number(range[0], whole);
    int to = all || (range.length == 1 && stepped.length == 2) ? last : from;
    if (range.length == 2) {
      to = number(range[1], whole);
    }
    if (step < 1) {
      throw wrong(whole);
    }
    if (from <= to) {
      set(values, from, to, step);
    } else {
      // FRI-MON and 22-2 run over the end.
      int length = to + (last - first + 1) - from;
      for (int offset = 0; offset <= length; offset += step) {
        values.set(first + (from - first + offset) % (last - first + 1));
      }
    }
  }

  private static void set(BitSet values, int from, int to, int step) {
    for (int value = from; value <= to; value += step) {
      values.set(value);
    }
  }

  /** A number, or a name where the field has names, within the field's bounds. */
  int number(String text, String whole) {
    int named = names.indexOf(text.toUpperCase(Locale.ROOT));
    int value = named >= 0 ? named + first : integer(text, whole);
    if (value < first || value > last) {
      throw wrong(whole);
    }
    return value;
  }

  private int integer(String text, String whole) {
    try {
      return Integer.parseInt(text);
    } catch (NumberFormatException notANumber) {
      throw wrong(whole);
    }
  }

  private IllegalArgumentException wrong(String whole) {
    return new IllegalArgumentException(
        String.format(
            "The cron field %s is %s; it takes %d to %d with , - * /", name(), whole, first, last));
  }
}
