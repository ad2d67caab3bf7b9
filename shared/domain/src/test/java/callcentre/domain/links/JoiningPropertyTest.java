package callcentre.domain.links;

import static org.assertj.core.api.Assertions.assertThat;

import callcentre.domain.calls.Call;
import callcentre.domain.calls.CallDetails;
import callcentre.domain.calls.CallEvidence;
import callcentre.domain.calls.CallFact;
import callcentre.domain.calls.CallFact.JournalCall;
import callcentre.domain.calls.CallFact.ListedCall;
import callcentre.domain.calls.CallFacts;
import callcentre.domain.calls.CallId;
import callcentre.domain.calls.CallStatus;
import callcentre.domain.calls.JournalNotes;
import callcentre.domain.calls.Match;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Evidence and links together: rows of both families, whatever came first. */
class JoiningPropertyTest {

  private static final List<CallId> GUIDS =
      IntStream.range(0, 3)
          .mapToObj(i -> new CallId("a91c7d44-0e6b-4f38-b2d5-1c3e5f70819" + i))
          .toList();
  private static final List<CallId> RECORDS =
      IntStream.range(0, 3).mapToObj(i -> new CallId("66e5b0f3c1a2d3e4f506172" + i)).toList();

  @Provide
  Arbitrary<List<CallFact>> facts() {
    Arbitrary<Integer> which = Arbitraries.integers().between(0, 2);
    Arbitrary<Integer> minutes = Arbitraries.integers().between(0, 4);
    Arbitrary<CallStatus> statuses = Arbitraries.of(CallStatus.CONNECTED, CallStatus.MISSED);
    return Arbitraries.oneOf(
            Combinators.combine(which, statuses, minutes)
                .as(
                    (i, status, minute) ->
                        (CallFact)
                            new ListedCall(
                                GUIDS.get(i), call(i, status), CallFacts.minute(minute))),
            Combinators.combine(which, Arbitraries.of(true, false), statuses, minutes)
                .as(
                    (i, named, status, minute) ->
                        new JournalCall(
                            RECORDS.get(i),
                            named && i == 0 ? Optional.of(GUIDS.get(0)) : Optional.empty(),
                            call(i, status),
                            JournalNotes.NONE,
                            CallFacts.minute(minute))))
        .list()
        .ofMaxSize(10);
  }

  @Property
  void rowsAreTheSameInWhateverOrderTheFactsOfBothFamiliesCame(
      @ForAll("facts") List<CallFact> facts, @ForAll long seed) {
    List<CallFact> disordered = new ArrayList<>(facts);
    disordered.addAll(facts.subList(0, facts.size() / 2));
    Collections.shuffle(disordered, new Random(seed));

    assertThat(arriving(disordered)).isEqualTo(rows(recordsOf(facts)));
  }

  @Property
  void everyRecordIsInExactlyOneRow(@ForAll("facts") List<CallFact> facts) {
    Collection<Call> rows = rows(recordsOf(facts)).values();

    for (CallFact fact : facts) {
      assertThat(rows.stream().filter(row -> isIn(fact, row))).hasSize(1);
    }
    assertThat(rows)
        .filteredOn(row -> row.match() == Match.AMBIGUOUS)
        .allSatisfy(row -> assertThat(row.writableJournalId()).isEmpty())
        .allSatisfy(row -> assertThat(row.sources()).hasSize(1));
  }

  private static boolean isIn(CallFact fact, Call row) {
    return switch (fact) {
      case ListedCall listed -> row.id().equals(listed.id());
      case JournalCall record -> row.journalId().equals(Optional.of(record.journalId()));
      default -> throw new AssertionError("only the two families here: " + fact);
    };
  }

  /** Rows are formed again after every fact, from rows that may have been joined before. */
  private static SortedMap<CallId, Call> arriving(List<CallFact> facts) {
    Map<CallId, CallEvidence> records = new TreeMap<>();
    SortedMap<CallId, Call> rows = new TreeMap<>();
    for (CallFact fact : facts) {
      records.merge(ownId(fact), CallEvidence.of(fact), CallEvidence::merge);
      rows = rows(records.values());
    }
    return rows;
  }

  private static Collection<CallEvidence> recordsOf(List<CallFact> facts) {
    return facts.stream()
        .collect(
            Collectors.toMap(
                JoiningPropertyTest::ownId, CallEvidence::of, CallEvidence::merge, TreeMap::new))
        .values();
  }

  private static CallId ownId(CallFact fact) {
    return fact instanceof JournalCall record ? record.journalId() : fact.id();
  }

  private static SortedMap<CallId, Call> rows(Collection<CallEvidence> records) {
    SortedMap<CallId, CallEvidence> rows = new TreeMap<>();
    for (CallEvidence record : records) {
      rows.merge(record.id(), record, CallEvidence::merge);
    }
    Map<String, Link> links =
        PairLinks.ofCalls(
            rows.values().stream().flatMap(row -> PairEntries.of(row).stream()).toList());
    SortedMap<CallId, CallEvidence> joined = new TreeMap<>();
    rows.forEach(
        (id, row) -> {
          CallId home = id.isGuid() ? id : linkOf(links, id).partner().map(CallId::new).orElse(id);
          joined.merge(home, row, CallEvidence::merge);
        });
    SortedMap<CallId, Call> views = new TreeMap<>();
    joined.forEach((id, row) -> views.put(id, row.view(linkOf(links, id).isAmbiguous())));
    return views;
  }

  private static Link linkOf(Map<String, Link> links, CallId id) {
    return links.getOrDefault(id.value(), Link.NONE);
  }

  /** Three calls of one client: the first two can be confused, the third cannot. */
  private static CallDetails call(int number, CallStatus status) {
    CallDetails details =
        CallFacts.incoming(
            status,
            status == CallStatus.CONNECTED
                ? CallFacts.talkedFirst(CallFacts.SAM)
                : CallFacts.rang(CallFacts.SAM));
    return CallFacts.startingAt(details, CallFacts.START.plusSeconds(number == 2 ? 600 : number));
  }
}
