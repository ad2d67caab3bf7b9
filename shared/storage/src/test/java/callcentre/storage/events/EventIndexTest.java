package callcentre.storage.events;

import static org.assertj.core.api.Assertions.assertThat;

import callcentre.cloud.Cloud;
import callcentre.cloud.CloudExtension;
import callcentre.domain.events.EventNotice;
import callcentre.storage.Page;
import callcentre.storage.PageKey;
import callcentre.storage.Table;
import callcentre.storage.TestStore;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@Tag("cloud")
@ExtendWith(CloudExtension.class)
class EventIndexTest {

  private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");
  private static final Set<EventStanding> ALL = EnumSet.allOf(EventStanding.class);

  private final TestStore store;
  private final CallEventRepository events;
  private final EventIndex index;

  EventIndexTest(Cloud cloud) {
    store = TestStore.with(cloud, Table.CALL_EVENTS);
    events = new CallEventRepository(store.database());
    index = new EventIndex(store.database());
  }

  @Test
  void pagesAreWholeInOrderAndEndWhereTheTimeBegins() {
    List<StoredEvent> stored = new ArrayList<>();
    for (int minute = 0; minute < 180; minute += 4) {
      stored.add(stored(minute, NOON.plus(Duration.ofMinutes(minute))));
    }
    stored(1_000, NOON.minusSeconds(1));
    stored(1_001, NOON.plus(Duration.ofHours(3)));

    List<StoredEvent> read = readAll(NOON, NOON.plus(Duration.ofHours(3)), ALL, 7);

    assertThat(read).containsExactlyElementsOf(stored.reversed());
  }

  @Test
  void quietHoursBetweenEventsAreShortPagesAndNoEnd() {
    StoredEvent old = stored(1, NOON.minus(Duration.ofHours(20)));
    StoredEvent fresh = stored(2, NOON);

    Page<EventRow> first =
        index.newestFirst(
            NOON.minus(Duration.ofHours(24)), NOON.plusSeconds(1), ALL, 50, Optional.empty());

    assertThat(first.items()).extracting(EventRow::event).containsExactly(fresh);
    assertThat(first.next()).isPresent();
    assertThat(readAll(NOON.minus(Duration.ofHours(24)), NOON.plusSeconds(1), ALL, 50))
        .containsExactly(fresh, old);
  }

  @Test
  void anHourCostsEightQueriesAndItsRowsOneRead() {
    stored(1, NOON.plusSeconds(1));

    assertThat(
            store.requestsOf(
                () ->
                    index.newestFirst(
                        NOON, NOON.plus(Duration.ofMinutes(59)), ALL, 50, Optional.empty())))
        .isEqualTo(9);
  }

  @Test
  void eventsAreFoundByTheirStandingAfterTheyWereJudged() {
    StoredEvent good = stored(1, NOON);
    StoredEvent odd = stored(2, NOON.plusSeconds(1));
    events.judge(EventRow.of(odd), EventStanding.PARKED, Optional.of("unknown_type"));

    Set<EventStanding> parked = EnumSet.of(EventStanding.PARKED);
    Page<EventRow> page =
        index.newestFirst(NOON, NOON.plusSeconds(60), parked, 50, Optional.empty());

    assertThat(page.items()).hasSize(1);
    assertThat(page.items().getFirst().reason()).contains("unknown_type");
    assertThat(page.items().getFirst().id()).isEqualTo(EventRow.of(odd).id());
    assertThat(readAll(NOON, NOON.plusSeconds(60), EnumSet.of(EventStanding.RECEIVED), 50))
        .containsExactly(good);
  }

  @Test
  void everyEventOfATimeIsInOnePortion() {
    List<StoredEvent> stored = new ArrayList<>();
    for (int number = 0; number < 250; number++) {
      stored.add(stored(number, NOON.plusSeconds(number * 20L)));
    }
    List<EventRow> seen = new ArrayList<>();
    Optional<PageKey> place = Optional.empty();
    do {
      Page<EventRow> portion = index.walk(NOON, NOON.plus(Duration.ofHours(2)), place);
      assertThat(portion.items()).hasSizeLessThanOrEqualTo(100);
      seen.addAll(portion.items());
      place = portion.next();
      place.ifPresent(
          at -> assertThat(EventIndex.reached(at)).isBetween(NOON, NOON.plusSeconds(3_600)));
    } while (place.isPresent());

    assertThat(seen).extracting(EventRow::event).containsExactlyInAnyOrderElementsOf(stored);
  }

  @Test
  void aReleasedEventStandsUnderItsCallAndNoLongerInQuarantine() {
    StoredEvent held =
        new StoredEvent(
            stored(1, NOON).notice(), "{\"forged\":false}", NOON, EventStanding.QUARANTINED);
    StoredEvent other =
        new StoredEvent(
            notice(2), "{\"forged\":false}", NOON.plusSeconds(1), EventStanding.QUARANTINED);
    events.store(held);
    events.store(other);

    EventRow known = events.release(EventRow.of(held));
    EventRow released = events.release(EventRow.of(other));

    assertThat(events.find(known.id()).orElseThrow().event().body())
        .as("the real one came, too, and stays")
        .isEqualTo("{}");
    assertThat(events.find(released.id()).orElseThrow().event())
        .isEqualTo(other.standing(EventStanding.RECEIVED));
    assertThat(events.find(EventRow.of(other).id())).isEmpty();
    assertThat(events.find(EventRow.of(held).id())).isEmpty();
  }

  @Test
  void anIdIsReadBackFromItsTextAndNothingElseIsOne() {
    EventId id = EventRow.of(stored(1, NOON)).id();

    assertThat(EventId.parse(id.text())).contains(id);
    assertThat(EventId.parse("no id!")).isEmpty();
    assertThat(EventId.parse("YWJj")).isEmpty();
  }

  private List<StoredEvent> readAll(
      Instant from, Instant to, Set<EventStanding> standings, int limit) {
    List<StoredEvent> read = new ArrayList<>();
    Optional<PageKey> next = Optional.empty();
    do {
      Page<EventRow> page = index.newestFirst(from, to, standings, limit, next);
      assertThat(page.items()).hasSizeLessThanOrEqualTo(limit);
      page.items().forEach(row -> read.add(row.event().standing(EventStanding.RECEIVED)));
      next = page.next();
    } while (next.isPresent());
    return read;
  }

  private StoredEvent stored(int number, Instant receivedAt) {
    StoredEvent event = new StoredEvent(notice(number), "{}", receivedAt, EventStanding.RECEIVED);
    events.store(event);
    return event;
  }

  private static EventNotice notice(int number) {
    return new EventNotice(
        "IncomingCall",
        Optional.of("3f0d6a1e-52b7-4c9a-9e14-%012d".formatted(number)),
        Optional.empty(),
        Optional.of("2026-11-21T11:59:00Z"),
        Optional.of("+13475550123"),
        Optional.of("+12125550147"));
  }
}
