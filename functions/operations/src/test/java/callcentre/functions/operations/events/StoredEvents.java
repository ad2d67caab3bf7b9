package callcentre.functions.operations.events;

import callcentre.api.testing.ApiHarness;
import callcentre.domain.calls.Call;
import callcentre.domain.calls.CallId;
import callcentre.domain.events.EventNotice;
import callcentre.storage.calls.CallQueries;
import callcentre.storage.events.CallEventRepository;
import callcentre.storage.events.EventStanding;
import callcentre.storage.events.StoredEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Events as the receiver stores them, and the rows that come of them. */
record StoredEvents(ApiHarness api) {

  private static final List<String> ANSWERED =
      List.of(
          "IncomingCall", "IncomingCallRinging", "IncomingCallConnected", "IncomingCallCompleted");

  Call row(int number) {
    return api.bean(CallQueries.class).find(call(number)).orElseThrow();
  }

  CallEventRepository events() {
    return api.bean(CallEventRepository.class);
  }

  /** The four events of an answered call. */
  List<StoredEvent> answered(int number) {
    List<StoredEvent> stored = new ArrayList<>();
    for (String type : ANSWERED) {
      stored.add(
          store(
              number,
              stored.size(),
              type,
              EventsTest.NOW.plusMillis(number * 10L + stored.size())));
    }
    return stored;
  }

  StoredEvent store(int number, int second, String type, Instant receivedAt) {
    StoredEvent event = event(number, second, type, receivedAt);
    events().store(event);
    return event;
  }

  static StoredEvent event(int number, int second, String type, Instant receivedAt) {
    boolean ofTheCall = type.equals("IncomingCall") || type.equals("IncomingCallCompleted");
    return new StoredEvent(
        new EventNotice(
            type,
            Optional.of(call(number).value()),
            ofTheCall ? Optional.empty() : Optional.of("101"),
            Optional.of("2026-11-21T15:00:0" + second + ".0000000Z"),
            Optional.of("+13475550123"),
            Optional.of("+12125550147")),
        "{\"EventType\":\"" + type + "\",\"ApiKey\":\"***\"}",
        receivedAt,
        EventStanding.RECEIVED);
  }

  /** The same event as it comes with another key. */
  static StoredEvent quarantined(StoredEvent event) {
    return new StoredEvent(
        event.notice(), event.body(), event.receivedAt(), EventStanding.QUARANTINED);
  }

  static CallId call(int number) {
    return new CallId("a91c7d44-0e6b-4f38-b2d5-%012x".formatted(number));
  }
}
