package callcentre.domain.events;

import static org.assertj.core.api.Assertions.assertThat;

import callcentre.domain.people.Extension;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class EventTimesPropertyTest {

  private static final Instant START = Instant.parse("2026-09-14T16:20:03.514Z");

  @Provide
  Arbitrary<List<CallEvent>> events() {
    return event(20).list().ofMinSize(1).ofMaxSize(20);
  }

  /** Of more colleagues than a row has room for. */
  @Provide
  Arbitrary<List<CallEvent>> crowds() {
    return event(900).list().ofMinSize(150).ofMaxSize(400);
  }

  @Property
  void anyOrderAndAnyRepetitionGiveTheSameTimes(
      @ForAll("events") List<CallEvent> events, @ForAll long seed) {
    assertThat(reduced(disordered(events, seed))).isEqualTo(reduced(events));
  }

  @Property
  void anySplitGivesTheSameTimes(
      @ForAll("events") List<CallEvent> one,
      @ForAll("events") List<CallEvent> two,
      @ForAll("events") List<CallEvent> three) {
    EventTimes a = reduced(one);
    EventTimes b = reduced(two);
    EventTimes c = reduced(three);

    assertThat(a.join(b).join(c)).isEqualTo(a.join(b.join(c)));
    assertThat(a.join(b)).isEqualTo(b.join(a));
    assertThat(a.join(a)).isEqualTo(a);
  }

  @Property(tries = 50)
  void ofMoreColleaguesThanARowHoldsTheSameAreKeptInAnyOrder(
      @ForAll("crowds") List<CallEvent> events, @ForAll long seed) {
    EventTimes times = reduced(events);

    assertThat(times.spans()).hasSizeLessThanOrEqualTo(EventTimes.MOST_MARKS);
    assertThat(reduced(disordered(events, seed))).isEqualTo(times);
  }

  @Property
  void aCallThatEndedHasEndedWhateverComes(
      @ForAll("events") List<CallEvent> before, @ForAll("events") List<CallEvent> after) {
    EventTimes times = reduced(before);

    if (times.ended().isPresent()) {
      assertThat(times.join(reduced(after)).ended()).isPresent();
    }
  }

  @Property
  void marksAreReadAsTheyAreWritten(@ForAll("events") List<CallEvent> events) {
    for (EventMark mark : reduced(events).spans().keySet()) {
      assertThat(EventMark.parse(mark.text())).isEqualTo(mark);
    }
  }

  private static List<CallEvent> disordered(List<CallEvent> events, long seed) {
    List<CallEvent> disordered = new ArrayList<>(events);
    disordered.addAll(events.subList(0, events.size() / 2));
    Collections.shuffle(disordered, new Random(seed));
    return disordered;
  }

  private static EventTimes reduced(List<CallEvent> events) {
    return events.stream().map(EventTimes::of).reduce(EventTimes::join).orElseThrow();
  }

  private static Arbitrary<CallEvent> event(int extensions) {
    return Combinators.combine(
            Arbitraries.of(EventFamily.values()),
            Arbitraries.of(EventStep.values()),
            Arbitraries.integers().between(100, 99 + extensions).optional(),
            Arbitraries.integers().between(0, 9))
        .as(
            (family, step, extension, second) ->
                new CallEvent(
                    "a91c7d44-0e6b-4f38-b2d5-1c3e5f708192",
                    new EventMark(
                        family, step, extension.map(number -> new Extension(number.toString()))),
                    START.plusSeconds(second),
                    Optional.empty(),
                    Optional.empty()));
  }
}
