package callcentre.storage.events;

import static org.assertj.core.api.Assertions.assertThat;

import callcentre.cloud.Cloud;
import callcentre.cloud.CloudExtension;
import callcentre.cloud.faults.Fault;
import callcentre.domain.calls.CallId;
import callcentre.domain.events.EventNotice;
import callcentre.storage.Table;
import callcentre.storage.TestStore;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@Tag("cloud")
@ExtendWith(CloudExtension.class)
class CallEventRepositoryTest {

  private static final CallId CALL = new CallId("3f0d6a1e-52b7-4c9a-9e14-7b8a2c6d1f05");
  private static final Instant NOW = Instant.parse("2026-11-21T15:04:05.123Z");

  private final TestStore store;
  private final CallEventRepository events;

  CallEventRepositoryTest(Cloud cloud) {
    store = TestStore.with(cloud, Table.CALL_EVENTS);
    events = new CallEventRepository(store.database());
  }

  @Test
  void aCallsEventsAreReadBackInOrderOfTheirTime() {
    StoredEvent late = event("OutgoingCallConnected", "101", "2026-11-21T15:04:09.5140000Z");
    StoredEvent early = event("OutgoingCall", "101", "2026-11-21T15:04:01.5140000Z");
    events.store(late);
    events.store(early);

    assertThat(events.ofCall(CALL)).containsExactly(early, late);
  }

  @Test
  void anEventIsKeptOnceHoweverOftenItComes() {
    StoredEvent event = event("OutgoingCall", "101", "2026-11-21T15:04:01.5140000Z");

    assertThat(events.store(event)).isTrue();
    assertThat(events.store(event)).isFalse();
    assertThat(store.requestsOf(() -> events.store(event))).isEqualTo(1);
    assertThat(events.ofCall(CALL)).hasSize(1);
  }

  @Test
  void aWriteWhoseAnswerWasLostIsNotKeptTwice() {
    store.faults().next("dynamodb.PutItem", new Fault.LostAnswer());

    events.store(event("OutgoingCall", "101", "2026-11-21T15:04:01.5140000Z"));

    assertThat(store.faults().isExhausted()).isTrue();
    assertThat(events.ofCall(CALL)).hasSize(1);
  }

  @Test
  void aForgedEventDoesNotTakeThePlaceOfTheRealOne() {
    StoredEvent real = event("OutgoingCall", "101", "2026-11-21T15:04:01.5140000Z");
    events.store(
        new StoredEvent(real.notice(), "{\"forged\":true}", NOW, EventStanding.QUARANTINED));

    assertThat(events.store(real)).isTrue();
    assertThat(events.ofCall(CALL)).containsExactly(real);
  }

  @Test
  void whatWaitsIsCountedUntilItIsJudgedOtherwise() {
    WaitingEvents waiting = new WaitingEvents(store.database());
    StoredEvent real = event("OutgoingCall", "101", "2026-11-21T15:04:01.5140000Z");
    events.store(real);
    assertThat(waiting.count(EventStanding.QUARANTINED, 10)).isZero();

    for (String extension : List.of("101", "102", "103")) {
      StoredEvent other = event("OutgoingCall", extension, "2026-11-21T15:04:02.5140000Z");
      events.store(new StoredEvent(other.notice(), "{}", NOW, EventStanding.QUARANTINED));
    }
    events.judge(EventRow.of(real), EventStanding.PARKED, Optional.of("unknown_type"));

    assertThat(waiting.count(EventStanding.QUARANTINED, 10)).isEqualTo(3);
    assertThat(waiting.count(EventStanding.QUARANTINED, 2)).isEqualTo(2);
    assertThat(waiting.count(EventStanding.PARKED, 10)).isEqualTo(1);
    assertThat(store.requestsOf(() -> waiting.count(EventStanding.PARKED, 10))).isEqualTo(1);

    events.judge(events.rowsOfCall(CALL).getFirst(), EventStanding.RECEIVED, Optional.empty());
    assertThat(waiting.count(EventStanding.PARKED, 10)).isZero();
  }

  @Test
  void anEventOfAnyLengthAndOfNoCallHasAKey() {
    assertThat(events.store(event("T".repeat(50_000), "9".repeat(50_000), "t".repeat(20_000))))
        .isTrue();
    EventNotice nothing =
        new EventNotice(
            "",
            Optional.of("c".repeat(50_000)),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
    assertThat(events.store(new StoredEvent(nothing, "{}", NOW, EventStanding.RECEIVED))).isTrue();
  }

  @Test
  void theEventsOfAnHourAreSpreadOverTheShards() {
    Set<String> hours = new HashSet<>();
    for (int call = 0; call < 200; call++) {
      hours.add(
          EventKeys.hour(NOW, event("OutgoingCall", "101", "at " + call).notice().identity()));
    }

    assertThat(hours).hasSize(EventKeys.SHARDS).allMatch(hour -> hour.startsWith("2026-11-21T15#"));
  }

  private static StoredEvent event(String type, String extension, String timestamp) {
    return new StoredEvent(
        new EventNotice(
            type,
            Optional.of(CALL.value()),
            Optional.of(extension),
            Optional.of(timestamp),
            Optional.of("+12125550147"),
            Optional.of("+13475550123")),
        "{\"ApiKey\":\"***\"}",
        NOW,
        EventStanding.RECEIVED);
  }
}
