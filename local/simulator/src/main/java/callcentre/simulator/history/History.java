package callcentre.simulator.history;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;

/**
 * All conversations of the account: those that were put in one by one, and days that are made when
 * they are asked for. What is noted of a conversation is kept beside it.
 */
public final class History {

  /** No conversation lasts longer. */
  public static final Duration LONGEST = Duration.ofHours(12);

  private static final Comparator<Conversation> BY_TIME =
      Comparator.comparing(Conversation::at).thenComparing(Conversation::requestId);

  private final NavigableMap<LocalDate, List<Conversation>> added = new TreeMap<>();
  private final Map<String, Conversation> addedById = new HashMap<>();
  private final Map<String, Marks> marks = new ConcurrentHashMap<>();
  private List<CachedDays> sources = List.of();

  /** Forgets everything that was added, noted or generated. */
  public synchronized void clear() {
    added.clear();
    addedById.clear();
    marks.clear();
    sources = List.of();
  }

  /** Adds days that are made when they are asked for. */
  public synchronized void add(DaySource source) {
    List<CachedDays> more = new ArrayList<>(sources);
    more.add(new CachedDays(source));
    sources = List.copyOf(more);
  }

  /**
   * Adds conversations, all or none.
   *
   * @throws IllegalArgumentException when an id is taken; the message names it
   */
  public synchronized void add(List<? extends Conversation> conversations) {
    Set<String> taken = new HashSet<>();
    for (Conversation conversation : conversations) {
      for (String id : idsOf(conversation)) {
        if (!taken.add(id) || find(id).isPresent()) {
          throw new IllegalArgumentException("The id " + id + " is taken; give another");
        }
      }
    }
    for (Conversation conversation : conversations) {
      marks.put(conversation.requestId(), conversation.firstMarks());
      added.computeIfAbsent(dayOf(conversation.at()), day -> new ArrayList<>()).add(conversation);
      idsOf(conversation).forEach(id -> addedById.put(id, conversation));
    }
  }

  /** The conversation with this journal id, call id or voicemail id, however soon it began. */
  public Optional<Conversation> find(String id) {
    String wanted = id.toLowerCase(Locale.ROOT);
    Conversation one;
    List<CachedDays> days;
    synchronized (this) {
      one = addedById.get(wanted);
      days = sources;
    }
    if (one != null) {
      return Optional.of(one);
    }
    return days.stream()
        .flatMap(source -> source.dayOf(wanted).stream())
        .flatMap(List::stream)
        .filter(conversation -> idsOf(conversation).contains(wanted))
        .findFirst();
  }

  /** What is noted of this conversation now. */
  public Marks marks(Conversation conversation) {
    return marks.getOrDefault(conversation.requestId(), conversation.firstMarks());
  }

  /** Changes what is noted, in one step, and returns what is noted then. */
  public Marks change(Conversation conversation, UnaryOperator<Marks> change) {
    return marks.compute(
        conversation.requestId(),
        (id, old) -> change.apply(old == null ? conversation.firstMarks() : old));
  }

  /** Whether anything was flagged as removed, so that a list holds less than the days do. */
  public boolean hidesAny() {
    return marks.values().stream().anyMatch(Marks::removed);
  }

  /**
   * The conversations after the first {@code skip} that fit, at most {@code limit}, and how many.
   */
  public HistoryPage page(HistoryQuery query, long skip, int limit) {
    List<Conversation> items = new ArrayList<>();
    long seen = 0;
    for (LocalDate day : days(query)) {
      boolean needed = items.size() < limit;
      if (query.plainCount() != null && wholeDayIsListed(day, query)) {
        int count = query.plainCount().applyAsInt(countsOn(day));
        if (!needed || seen + count <= skip) {
          seen += count;
          continue;
        }
      }
      for (Conversation conversation : on(day, query.oldestFirst())) {
        if (query.matches(conversation)) {
          if (seen >= skip && items.size() < limit) {
            items.add(conversation);
          }
          seen++;
        }
      }
    }
    return new HistoryPage(items, seen);
  }

  /** Every conversation that fits. */
  public List<Conversation> all(HistoryQuery query) {
    return page(query, 0, Integer.MAX_VALUE).items();
  }

  /** How many conversations begin on this UTC day, past or to come. */
  public DayCounts countsOn(LocalDate day) {
    DayCounts sum = DayCounts.of(addedOn(day));
    for (CachedDays source : sources()) {
      sum = sum.plus(source.countsOn(day));
    }
    return sum;
  }

  private List<Conversation> on(LocalDate day, boolean oldestFirst) {
    List<Conversation> conversations = addedOn(day);
    sources().forEach(source -> conversations.addAll(source.on(day)));
    conversations.sort(oldestFirst ? BY_TIME : BY_TIME.reversed());
    return conversations;
  }

  private synchronized List<Conversation> addedOn(LocalDate day) {
    return new ArrayList<>(added.getOrDefault(day, List.of()));
  }

  private synchronized List<CachedDays> sources() {
    return sources;
  }

  private List<LocalDate> days(HistoryQuery query) {
    LocalDate first = later(dayOf(query.from()), firstDay());
    LocalDate last = earlier(dayOf(query.to()), earlier(dayOf(query.endedBy()), lastDay()));
    if (last.isBefore(first)) {
      return List.of();
    }
    List<LocalDate> days = new ArrayList<>(first.datesUntil(last.plusDays(1)).toList());
    return query.oldestFirst() ? days : days.reversed();
  }

  private synchronized LocalDate firstDay() {
    LocalDate first = added.isEmpty() ? LocalDate.MAX : added.firstKey();
    for (CachedDays days : sources) {
      first = earlier(first, days.source().firstDay());
    }
    return first;
  }

  private synchronized LocalDate lastDay() {
    LocalDate last = added.isEmpty() ? LocalDate.MIN : added.lastKey();
    for (CachedDays days : sources) {
      last = later(last, days.source().lastDay());
    }
    return last;
  }

  private static boolean wholeDayIsListed(LocalDate day, HistoryQuery query) {
    Instant begin = day.atStartOfDay(ZoneOffset.UTC).toInstant();
    Instant end = day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
    return !begin.isBefore(query.from())
        && !end.isAfter(query.to())
        && !end.plus(LONGEST).isAfter(query.endedBy());
  }

  private static LocalDate dayOf(Instant instant) {
    return LocalDate.ofInstant(instant, ZoneOffset.UTC);
  }

  private static LocalDate later(LocalDate one, LocalDate other) {
    return one.isAfter(other) ? one : other;
  }

  private static LocalDate earlier(LocalDate one, LocalDate other) {
    return one.isBefore(other) ? one : other;
  }

  private static List<String> idsOf(Conversation conversation) {
    List<String> ids = new ArrayList<>(List.of(conversation.requestId(), conversation.guid()));
    if (conversation instanceof PhoneCall call && call.voicemail() != null) {
      ids.add(call.voicemail().id());
    }
    return ids;
  }
}
