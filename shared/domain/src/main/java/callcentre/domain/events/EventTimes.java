package callcentre.domain.events;

import callcentre.domain.people.Extension;
import java.time.Instant;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * A call's events, reduced to when each thing was first and last said of whom. Joining is
 * commutative, associative and idempotent, so the same events in any order, any number of times, in
 * any grouping, are the same times; and the times outlive the events.
 *
 * @param spans never empty; of more than {@link #MOST_MARKS} the ones that decide most are kept
 */
public record EventTimes(SortedMap<EventMark, EventSpan> spans) {

  /**
   * The bound of a row: what is kept is chosen by the marks alone, never by what came first. It
   * leaves room for some 40 colleagues.
   */
  static final int MOST_MARKS = 160;

  private static final Comparator<Map.Entry<EventMark, EventSpan>> EARLIEST =
      Comparator.comparing((Map.Entry<EventMark, EventSpan> entry) -> entry.getValue().first())
          .thenComparing(Map.Entry.comparingByKey());

  public EventTimes {
    if (spans.isEmpty()) {
      throw new IllegalArgumentException("no event, so no times");
    }
    SortedMap<EventMark, EventSpan> kept = new TreeMap<>(spans);
    while (kept.size() > MOST_MARKS) {
      kept.remove(kept.lastKey());
    }
    spans = Collections.unmodifiableSortedMap(kept);
  }

  /** What one event says. */
  public static EventTimes of(CallEvent event) {
    return new EventTimes(new TreeMap<>(Map.of(event.mark(), EventSpan.at(event.at()))));
  }

  public EventTimes join(EventTimes other) {
    SortedMap<EventMark, EventSpan> both = new TreeMap<>(spans);
    other.spans.forEach((mark, span) -> both.merge(mark, span, EventSpan::join));
    return new EventTimes(both);
  }

  /** When the call began: as the event of the new call says, else by the earliest of all. */
  public Instant started() {
    return firstOf(mark -> mark.step() == EventStep.STARTED)
        .or(() -> firstOf(any -> true))
        .orElseThrow();
  }

  /** When anybody first talked. Only a connected event is an answer. */
  public Optional<Instant> connected() {
    return firstOf(mark -> mark.step() == EventStep.CONNECTED);
  }

  /** When the call was over; whatever comes after, it is not open again. */
  public Optional<Instant> ended() {
    return lastOf(mark -> mark.step() == EventStep.ENDED);
  }

  /** The time of the newest event. */
  public Instant newest() {
    return lastOf(any -> true).orElseThrow();
  }

  /** Whether any event of this kind of call was seen. */
  public boolean has(EventFamily family) {
    return spans.keySet().stream().anyMatch(mark -> mark.family() == family);
  }

  /** Whether this happened to anybody in this kind of call. */
  public boolean has(EventFamily family, EventStep step) {
    return spans.keySet().stream().anyMatch(mark -> mark.family() == family && mark.step() == step);
  }

  /** When this first happened to a colleague, in whichever kind of call. */
  public Optional<Instant> first(EventStep step, Extension extension) {
    return firstOf(of(step, extension));
  }

  /** When this last happened to a colleague, in whichever kind of call. */
  public Optional<Instant> last(EventStep step, Extension extension) {
    return lastOf(of(step, extension));
  }

  /** The colleague whom events of this kind name first: in an outgoing call, the caller. */
  public Optional<Extension> firstNamed(EventFamily family) {
    return spans.entrySet().stream()
        .filter(entry -> entry.getKey().family() == family)
        .filter(entry -> entry.getKey().extension().isPresent())
        .min(EARLIEST)
        .flatMap(entry -> entry.getKey().extension());
  }

  /** Whoever was rung or talked: who talked first in front, then who was rung first. */
  public List<Extension> colleagues() {
    return spans.keySet().stream()
        .filter(mark -> mark.step() == EventStep.CONNECTED || mark.step() == EventStep.RINGING)
        .flatMap(mark -> mark.extension().stream())
        .distinct()
        .sorted(
            Comparator.comparing((Extension extension) -> orNever(EventStep.CONNECTED, extension))
                .thenComparing(extension -> orNever(EventStep.RINGING, extension))
                .thenComparing(Comparator.naturalOrder()))
        .toList();
  }

  @Override
  public String toString() {
    return spans.toString();
  }

  private Instant orNever(EventStep step, Extension extension) {
    return first(step, extension).orElse(Instant.MAX);
  }

  private Optional<Instant> firstOf(Predicate<EventMark> which) {
    return matching(which).map(EventSpan::first).min(Comparator.naturalOrder());
  }

  private Optional<Instant> lastOf(Predicate<EventMark> which) {
    return matching(which).map(EventSpan::last).max(Comparator.naturalOrder());
  }

  private Stream<EventSpan> matching(Predicate<EventMark> which) {
    return spans.entrySet().stream()
        .filter(entry -> which.test(entry.getKey()))
        .map(Map.Entry::getValue);
  }

  private static Predicate<EventMark> of(EventStep step, Extension extension) {
    return mark -> mark.step() == step && mark.extension().filter(extension::equals).isPresent();
  }
}
