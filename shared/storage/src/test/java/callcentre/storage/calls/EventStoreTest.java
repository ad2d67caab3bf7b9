package callcentre.storage.calls;

import static callcentre.storage.calls.CallFacts.NOON;
import static callcentre.storage.calls.CallFacts.admit;
import static callcentre.storage.calls.CallFacts.guid;
import static callcentre.storage.calls.CallFacts.listed;
import static org.assertj.core.api.Assertions.assertThat;

import callcentre.cloud.Cloud;
import callcentre.cloud.CloudExtension;
import callcentre.domain.calls.Call;
import callcentre.domain.calls.CallFact;
import callcentre.domain.calls.CallFact.EventFact;
import callcentre.domain.calls.CallSource;
import callcentre.domain.calls.CallStatus;
import callcentre.domain.events.EventNotice;
import callcentre.domain.events.EventReading;
import callcentre.domain.events.EventReading.Understood;
import callcentre.storage.Table;
import callcentre.storage.TestStore;
import callcentre.storage.history.Retention;
import callcentre.storage.links.StoreOutcome;
import callcentre.storage.links.StoreResult;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What events say, in the rows of calls. */
@Tag("cloud")
@ExtendWith(CloudExtension.class)
class EventStoreTest {

  private final CallStore calls;
  private final CallQueries queries;

  EventStoreTest(Cloud cloud) {
    TestStore store = TestStore.with(cloud, Table.CALL_HISTORY);
    calls = new CallStore(store.database(), Retention::forEver);
    queries = new CallQueries(store.database(), InstantSource.fixed(NOON));
  }

  @Test
  void eventsOneByOneOrTogetherMakeTheSameRow() {
    List<EventFact> missed =
        List.of(
            event(1, "IncomingCallCompleted", "", 24),
            event(1, "IncomingCall", "", 0),
            event(1, "IncomingCallStopRinging", "101", 23),
            event(1, "IncomingCallRinging", "101", 3));
    for (EventFact event : missed) {
      store(event);
    }
    calls.store(
        admit(
            List.of(
                event(2, "IncomingCall", "", 0),
                event(2, "IncomingCallRinging", "101", 3),
                event(2, "IncomingCallStopRinging", "101", 23),
                event(2, "IncomingCallCompleted", "", 24))));

    Call one = queries.find(guid(1)).orElseThrow();
    Call two = queries.find(guid(2)).orElseThrow();

    assertThat(one.status()).isEqualTo(CallStatus.MISSED);
    assertThat(one.sources()).containsExactly(CallSource.EVENTS);
    assertThat(one).usingRecursiveComparison().ignoringFields("id").isEqualTo(two);
  }

  @Test
  void anEventThatComesAgainCostsNoWrite() {
    EventFact ringing = event(1, "IncomingCallRinging", "101", 3);

    assertThat(store(ringing)).isEqualTo(StoreOutcome.INSERTED);
    assertThat(store(ringing)).isEqualTo(StoreOutcome.UNCHANGED);
    assertThat(store(event(1, "IncomingCallRinging", "101", 13))).isEqualTo(StoreOutcome.UPDATED);
  }

  @Test
  void theListedCallCompletesTheRowOfItsEvents() {
    store(event(1, "IncomingCallRinging", "102", 3));

    assertThat(store(listed(1, NOON))).isEqualTo(StoreOutcome.UPDATED);
    assertThat(store(event(1, "IncomingCallRinging", "101", 2))).isEqualTo(StoreOutcome.UPDATED);

    Call call = queries.find(guid(1)).orElseThrow();
    assertThat(call.complete()).isTrue();
    assertThat(call.status()).isEqualTo(CallStatus.CONNECTED);
    assertThat(call.sources()).containsExactly(CallSource.CALLS, CallSource.EVENTS);
  }

  private StoreOutcome store(CallFact fact) {
    List<StoreResult<CallFact>> results = calls.store(admit(List.of(fact)));
    assertThat(results).allMatch(result -> result.problem().isEmpty());
    return results.getFirst().outcome();
  }

  private static EventFact event(int call, String type, String extension, int second) {
    EventNotice notice =
        new EventNotice(
            type,
            Optional.of(guid(call).value()),
            Optional.of(extension),
            Optional.of(NOON.plusSeconds(second).toString()),
            Optional.of("+13475550123"),
            Optional.of("+12125550147"));
    if (EventReading.of(notice) instanceof Understood understood) {
      return EventFact.of(understood.event());
    }
    throw new IllegalArgumentException("not understood: " + notice);
  }
}
