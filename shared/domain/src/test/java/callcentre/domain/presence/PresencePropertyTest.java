package callcentre.domain.presence;

import static org.assertj.core.api.Assertions.assertThat;

import callcentre.domain.events.CallEvent;
import callcentre.domain.events.EventFamily;
import callcentre.domain.events.EventMark;
import callcentre.domain.events.EventStep;
import callcentre.domain.events.EventTimes;
import callcentre.domain.people.Extension;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

class PresencePropertyTest {

  private static final Instant START = Instant.parse("2026-09-14T16:20:03.514Z");
  private static final Extension MARIA = new Extension("101");
  private static final PresenceRules RULES = PresenceRules.USUAL;

  /** What is told one after the other: an event, or a status. */
  record Told(Optional<CallEvent> event, Optional<StatusFact> status) {}

  @Provide
  Arbitrary<List<Told>> story() {
    return Arbitraries.frequencyOf(Tuple.of(6, events()), Tuple.of(1, statuses()))
        .list()
        .ofMinSize(1)
        .ofMaxSize(40);
  }

  @Property
  void anyOrderAndAnyRepetitionGiveTheSamePresence(
      @ForAll("story") List<Told> story, @ForAll long seed) {
    List<Told> again = new ArrayList<>(story);
    again.addAll(story.subList(0, story.size() / 2));
    Collections.shuffle(again, new Random(seed));

    assertThat(told(again)).isEqualTo(told(story));
  }

  @Property
  void joiningIsIdempotentCommutativeAndAssociative(
      @ForAll("story") List<Told> one,
      @ForAll("story") List<Told> two,
      @ForAll("story") List<Told> three) {
    PresenceEvidence a = told(one);
    PresenceEvidence b = told(two);
    PresenceEvidence c = told(three);

    assertThat(a.join(a)).isEqualTo(a);
    assertThat(a.join(b)).isEqualTo(b.join(a));
    assertThat(a.join(b).join(c)).isEqualTo(a.join(b.join(c)));
  }

  @Property
  void intervalsFollowEachOtherAndAgreeWithEveryMoment(
      @ForAll("story") List<Told> story, @ForAll("moments") Instant moment) {
    PresenceEvidence maria = told(story);
    List<PresenceInterval> intervals = maria.intervals(RULES);

    for (int i = 1; i < intervals.size(); i++) {
      assertThat(intervals.get(i).from()).isAfterOrEqualTo(intervals.get(i - 1).to());
    }
    PresenceState expected =
        intervals.stream()
            .filter(interval -> interval.contains(moment))
            .map(PresenceInterval::state)
            .findFirst()
            .orElse(PresenceState.UNKNOWN);
    assertThat(maria.at(moment, RULES).state()).isEqualTo(expected);
  }

  @Property
  void nobodyIsAvailableWhoDidNotSaySoAMomentAgo(
      @ForAll("story") List<Told> story, @ForAll("moments") Instant moment) {
    if (told(story).at(moment, RULES).state() == PresenceState.AVAILABLE) {
      assertThat(story.stream().flatMap(told -> told.status().stream()))
          .anyMatch(
              said ->
                  said.status() == ProfileStatus.AVAILABLE
                      && !said.observedAt().isAfter(moment)
                      && said.observedAt().plus(RULES.status()).isAfter(moment));
    }
  }

  @Property
  void afterTheEndOfEveryCallNobodyIsInOne(@ForAll("story") List<Told> story) {
    PresenceEvidence maria = told(story);
    Instant end = START.plusSeconds(10_000);
    for (String call : List.copyOf(maria.calls().keySet())) {
      maria = maria.with(call, times(event(call, EventStep.ENDED, Optional.empty(), end), maria));
    }
    assertThat(maria.at(end.plus(RULES.wrapUp()), RULES).state())
        .isIn(PresenceState.AVAILABLE, PresenceState.DND, PresenceState.UNKNOWN);
  }

  @Provide
  Arbitrary<Instant> moments() {
    return Arbitraries.integers().between(-10, 20_000).map(START::plusSeconds);
  }

  private static Arbitrary<Told> events() {
    return Combinators.combine(
            Arbitraries.of("a", "b", "c"),
            Arbitraries.of(EventFamily.class),
            Arbitraries.of(EventStep.class),
            Arbitraries.of("101", "102", "").map(Extension::find),
            Arbitraries.integers().between(0, 6_000))
        .as(
            (call, family, step, extension, second) ->
                new Told(
                    Optional.of(
                        new CallEvent(
                            call,
                            new EventMark(family, step, extension),
                            START.plus(Duration.ofSeconds(second)),
                            Optional.empty(),
                            Optional.empty())),
                    Optional.empty()));
  }

  private static Arbitrary<Told> statuses() {
    return Combinators.combine(
            Arbitraries.integers().between(0, 6_000),
            Arbitraries.of(ProfileStatus.class),
            Arbitraries.of(PresenceSource.PROFILE, PresenceSource.DASHBOARD))
        .as(
            (second, status, source) ->
                new Told(
                    Optional.empty(),
                    Optional.of(new StatusFact(START.plusSeconds(second), status, source))));
  }

  /** As a projector does: each event is joined to its call's row, and the row is handed over. */
  private static PresenceEvidence told(List<Told> story) {
    Map<String, EventTimes> rows = new HashMap<>();
    PresenceEvidence maria = PresenceEvidence.none(MARIA);
    for (Told told : story) {
      if (told.event().isPresent()) {
        CallEvent event = told.event().get();
        EventTimes row = rows.merge(event.callId(), EventTimes.of(event), EventTimes::join);
        maria = maria.with(event.callId(), row);
      }
      if (told.status().isPresent()) {
        maria = maria.with(told.status().get());
      }
    }
    return maria;
  }

  private static CallEvent event(
      String call, EventStep step, Optional<Extension> extension, Instant at) {
    return new CallEvent(
        call,
        new EventMark(EventFamily.INCOMING, step, extension),
        at,
        Optional.empty(),
        Optional.empty());
  }

  private static EventTimes times(CallEvent event, PresenceEvidence known) {
    EventTimes before = known.calls().get(event.callId());
    EventTimes now = EventTimes.of(event);
    return before == null ? now : before.join(now);
  }
}
