package callcentre.storage.usage;

import callcentre.domain.budget.BudgetLedger;
import callcentre.domain.budget.BudgetWindow;
import callcentre.domain.budget.Closure;
import callcentre.domain.budget.Reopening;
import callcentre.domain.budget.RequestClass;
import callcentre.storage.database.ItemReader;
import callcentre.storage.database.ItemWriter;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.IntFunction;

/** The item of the budget: one attribute a counter, so that one ADD counts a request everywhere. */
final class UsageItems {

  static final String HOUR = "hour";
  static final String USED = "used";
  static final String STARTED = "started_at";
  static final String CLOSED = "closed_at";
  static final String CLOSED_REASON = "closed_reason";
  static final String PROBE = "next_probe_at";
  static final String REOPENINGS = "reopenings";

  private static final String DAY = "day_";

  private UsageItems() {}

  /** The counter of all requests of an hour: {@code h00} to {@code h24}. */
  static String hourCounter(int bucket) {
    return String.format(Locale.ROOT, "h%02d", bucket);
  }

  /** The counter of a class's requests of an hour: {@code sync_00} to {@code sync_24}. */
  static String classCounter(RequestClass requestClass, int bucket) {
    return String.format(Locale.ROOT, "%s_%02d", requestClass.wireName(), bucket);
  }

  /** The counter of a UTC day: {@code day_2026-11-21}. */
  static String dayCounter(LocalDate day) {
    return DAY + day;
  }

  /** The UTC day that an hour belongs to. */
  static LocalDate dayOf(long hour) {
    return LocalDate.ofInstant(BudgetWindow.startOf(hour), ZoneOffset.UTC);
  }

  static BudgetLedger read(ItemReader item) {
    long hour = item.number(HOUR);
    Map<RequestClass, BudgetWindow> classes = new EnumMap<>(RequestClass.class);
    for (RequestClass requestClass : RequestClass.values()) {
      classes.put(requestClass, window(item, hour, bucket -> classCounter(requestClass, bucket)));
    }
    return new BudgetLedger(
        window(item, hour, UsageItems::hourCounter),
        classes,
        days(item),
        item.millis(STARTED),
        closure(item),
        item.maps(REOPENINGS).stream().map(UsageItems::reopening).toList());
  }

  static ItemWriter write(Reopening reopening) {
    return new ItemWriter()
        .time("at", reopening.at())
        .text("actor", reopening.actor())
        .text("reason", reopening.reason());
  }

  /**
   * The counters of an item that mean nothing any more when it moves to another hour: of hours that
   * leave the window, and of days that nobody reports.
   */
  static List<String> leaving(ItemReader item, BudgetWindow window, long hour) {
    List<String> names = new ArrayList<>();
    for (int bucket : window.leavingBuckets(hour)) {
      names.add(hourCounter(bucket));
      for (RequestClass requestClass : RequestClass.values()) {
        names.add(classCounter(requestClass, bucket));
      }
    }
    LocalDate firstReported = dayOf(hour).minusDays(BudgetLedger.DAYS);
    days(item).headMap(firstReported).keySet().forEach(day -> names.add(dayCounter(day)));
    names.retainAll(item.names());
    return names;
  }

  private static BudgetWindow window(ItemReader item, long hour, IntFunction<String> counter) {
    List<Integer> buckets = new ArrayList<>(BudgetWindow.HOURS);
    for (int bucket = 0; bucket < BudgetWindow.HOURS; bucket++) {
      buckets.add(Math.toIntExact(item.findNumber(counter.apply(bucket)).orElse(0L)));
    }
    return new BudgetWindow(hour, buckets);
  }

  private static SortedMap<LocalDate, Integer> days(ItemReader item) {
    SortedMap<LocalDate, Integer> days = new TreeMap<>();
    for (String name : item.names()) {
      if (name.startsWith(DAY)) {
        LocalDate day = LocalDate.parse(name.substring(DAY.length()));
        days.put(day, Math.toIntExact(item.number(name)));
      }
    }
    return days;
  }

  private static Optional<Closure> closure(ItemReader item) {
    Optional<Instant> since = item.findMillis(CLOSED);
    return since.map(at -> new Closure(at, item.text(CLOSED_REASON), item.millis(PROBE)));
  }

  private static Reopening reopening(ItemReader map) {
    return new Reopening(map.time("at"), map.text("actor"), map.text("reason"));
  }
}
