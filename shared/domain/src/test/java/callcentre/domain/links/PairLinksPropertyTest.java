package callcentre.domain.links;

import static org.assertj.core.api.Assertions.assertThat;

import callcentre.domain.calls.Direction;
import callcentre.domain.calls.Match;
import callcentre.domain.links.PairEntry.Kind;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

class PairLinksPropertyTest {

  private static final Instant EDGE = Instant.parse("2026-09-14T17:00:00Z");

  @Provide
  Arbitrary<List<PairEntry>> entries() {
    return Combinators.combine(
            Arbitraries.of("+13475550123", "anonymous"),
            Arbitraries.of(Kind.CALL, Kind.JOURNAL),
            Arbitraries.integers().between(0, 7),
            Arbitraries.integers().between(-20, 20).map(half -> half * 500L),
            Arbitraries.frequencyOf(
                Tuple.of(6, Arbitraries.just(false)), Tuple.of(1, Arbitraries.just(true))))
        .as(
            (client, kind, number, millis, joined) -> {
              Instant start = EDGE.plusMillis(millis);
              PairKey key = new PairKey("+12125550147", client, Direction.INCOMING, EDGE).at(start);
              return new PairEntry(key, kind + "-" + number, kind, start, start, joined);
            })
        .list()
        .ofMaxSize(12);
  }

  @Property
  void linksAreTheSameInWhateverOrderTheRecordsCame(
      @ForAll("entries") List<PairEntry> entries, @ForAll long seed) {
    List<PairEntry> disordered = new ArrayList<>(entries);
    disordered.addAll(entries.subList(0, entries.size() / 2));
    Collections.shuffle(disordered, new Random(seed));

    assertThat(PairLinks.ofCalls(disordered)).isEqualTo(PairLinks.ofCalls(entries));
  }

  @Property
  void aLinkIsMutual(@ForAll("entries") List<PairEntry> entries) {
    Map<String, Link> links = PairLinks.ofCalls(entries);

    links.forEach(
        (id, link) ->
            link.partner()
                .ifPresent(partner -> assertThat(links.get(partner)).isEqualTo(Link.inferred(id))));
  }

  @Property
  void whatIsAmbiguousIsNeverLinkedAndWhatIsLinkedFitsNobodyElse(
      @ForAll("entries") List<PairEntry> entries) {
    List<PairEntry> distinct = oneEach(entries);
    Map<String, Link> links = PairLinks.ofCalls(distinct);

    for (PairEntry entry : distinct) {
      if (entry.joined()) {
        assertThat(links).doesNotContainKey(entry.id());
        continue;
      }
      List<PairEntry> fitting = distinct.stream().filter(other -> fits(entry, other)).toList();
      Link link = links.get(entry.id());
      assertThat(link.match() == Match.NONE).isEqualTo(fitting.isEmpty());
      assertThat(link.partner().isPresent()).isEqualTo(link.match() == Match.INFERRED);
      if (link.match() == Match.INFERRED) {
        assertThat(fitting).hasSize(1);
        assertThat(distinct.stream().filter(other -> fits(fitting.getFirst(), other)))
            .containsExactly(entry);
      }
    }
  }

  @Property
  void recordsBeyondTheReachChangeNoLink(@ForAll("entries") List<PairEntry> entries) {
    List<PairEntry> distinct = oneEach(entries);
    Map<String, Link> all = PairLinks.ofCalls(distinct);

    for (PairEntry entry : distinct) {
      List<PairEntry> near =
          distinct.stream()
              .filter(other -> apart(entry, other).compareTo(PairLinks.CALL_REACH) <= 0)
              .toList();
      assertThat(PairLinks.ofCalls(near).get(entry.id())).isEqualTo(all.get(entry.id()));
    }
  }

  private static boolean fits(PairEntry one, PairEntry other) {
    return !one.joined()
        && !other.joined()
        && one.kind() != other.kind()
        && one.key().client().equals(other.key().client())
        && apart(one, other).compareTo(Duration.ofSeconds(2)) <= 0;
  }

  private static Duration apart(PairEntry one, PairEntry other) {
    return Duration.between(one.start(), other.start()).abs();
  }

  private static List<PairEntry> oneEach(List<PairEntry> entries) {
    return List.copyOf(
        entries.stream()
            .collect(Collectors.toMap(PairEntry::id, entry -> entry, (one, other) -> one))
            .values());
  }
}
