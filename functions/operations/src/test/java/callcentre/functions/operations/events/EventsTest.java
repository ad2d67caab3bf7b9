package callcentre.functions.operations.events;

import static callcentre.functions.operations.events.StoredEvents.call;
import static callcentre.functions.operations.events.StoredEvents.event;
import static org.assertj.core.api.Assertions.assertThat;

import callcentre.api.access.Principal;
import callcentre.api.testing.Answer;
import callcentre.api.testing.ApiHarness;
import callcentre.api.testing.Callers;
import callcentre.cloud.Cloud;
import callcentre.cloud.CloudExtension;
import callcentre.domain.calls.Call;
import callcentre.storage.events.EventRow;
import callcentre.storage.events.StoredEvent;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@ExtendWith(CloudExtension.class)
class EventsTest {

  private static final String PATH = "/api/admin/mightycall/events";
  static final Instant NOW = Instant.parse("2026-11-21T15:30:00Z");
  private ApiHarness api;
  private StoredEvents stored;
  private volatile Instant now = NOW;
  private volatile Duration tick = Duration.ZERO;

  @BeforeEach
  void start(Cloud cloud) {
    api =
        ApiHarness.in(cloud)
            .tables("call_events", "call_history", "agent_status_history")
            .signing()
            .bean(InstantSource.class, this::tick)
            .start();
    stored = new StoredEvents(api);
  }

  @AfterEach
  void close() {
    api.close();
  }

  @Test
  void anEventIsShownAsItCameWithoutTheKey() {
    StoredEvent event = stored.store(1, 1, "IncomingCallRinging", NOW);

    JsonNode shown = get("").at("/events/0");

    assertThat(shown.get("id").asText()).isEqualTo(EventRow.of(event).id().text());
    assertThat(shown.get("type").asText()).isEqualTo("IncomingCallRinging");
    assertThat(shown.get("call_id").asText()).isEqualTo(call(1).value());
    assertThat(shown.get("extension").asText()).isEqualTo("101");
    assertThat(shown.get("at").asText()).isEqualTo("2026-11-21T15:00:01Z");
    assertThat(shown.get("status").asText()).isEqualTo("received");
    assertThat(shown.get("reason").isNull()).isTrue();
    assertThat(shown.at("/body/ApiKey").asText()).isEqualTo("***");
  }

  @Test
  void pagesTogetherAreTheWholeListAndTheLastHasNoCursor() {
    for (int number = 0; number < 25; number++) {
      stored.store(number, 0, "IncomingCall", NOW.minus(Duration.ofMinutes(number * 7L)));
    }
    List<String> calls = new ArrayList<>();
    String cursor = "";
    do {
      JsonNode page = get("?limit=10" + cursor);
      page.get("events").forEach(event -> calls.add(event.get("call_id").asText()));
      cursor =
          page.get("next_cursor").isNull() ? "" : "&cursor=" + page.get("next_cursor").asText();
    } while (!cursor.isEmpty());

    List<String> expected = new ArrayList<>();
    for (int number = 0; number < 25; number++) {
      expected.add(call(number).value());
    }
    assertThat(calls).containsExactlyElementsOf(expected);
    assertThat(get("?startUtc=2026-11-21T15:00:00Z&endUtc=2026-11-21T15:20:00Z").get("events"))
        .hasSize(3);
  }

  @Test
  void theEventsOfACallAreInOrderOfTheirTimeAndQuarantineIsShown() {
    stored.answered(1);
    StoredEvent forged = StoredEvents.quarantined(event(1, 9, "IncomingCallConnected", NOW));
    stored.events().store(forged);
    stored.answered(2);

    JsonNode all = get("?call=" + call(1)).get("events");
    assertThat(all.findValuesAsText("type"))
        .containsExactly(
            "IncomingCall",
            "IncomingCallRinging",
            "IncomingCallConnected",
            "IncomingCallCompleted",
            "IncomingCallConnected");
    assertThat(get("?call=" + call(1) + "&status=quarantined").get("events")).hasSize(1);
    assertThat(get("?call=" + call(7)).get("empty_reason").asText()).isEqualTo("no_match");
  }

  @Test
  void anEventThatIsReplayedChangesNothingAndSaysSo() {
    StoredEvent first = stored.answered(1).getFirst();
    replayAll();
    Call before = stored.row(1);
    api.requests().reset();

    Answer answer = replay(first, "");

    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    assertThat(answer.json().get("outcome").asText()).isEqualTo("unchanged");
    assertThat(answer.json().get("call_id").asText()).isEqualTo(call(1).value());
    assertThat(api.requests().counts())
        .isEqualTo(Map.of("dynamodb.GetItem", 3, "dynamodb.BatchGetItem", 1, "dynamodb.Query", 1));
    assertThat(stored.row(1)).isEqualTo(before);
  }

  @Test
  void everythingIsReplayedInAsManyRequestsAsItTakesAndTheRowsAreTheSameAfterwards() {
    for (int number = 0; number < 12; number++) {
      stored.answered(number);
    }
    replayAll();
    List<Call> before = new ArrayList<>();
    for (int number = 0; number < 12; number++) {
      before.add(stored.row(number));
    }
    // Each look at the clock takes so long that a request replays one portion.
    tick = EventWalk.MOST_WORK;

    Answer answer = range("?startUtc=2026-11-21T14:00:00Z&endUtc=2026-11-21T16:00:00Z");
    assertThat(answer.status()).as(answer.body()).isEqualTo(202);
    int events = 0;
    int requests = 1;
    double progress = 0;
    while (!answer.json().get("done").asBoolean()) {
      events += answer.json().get("events").asInt();
      assertThat(answer.json().get("progress").asDouble()).isBetween(progress, 1.0);
      progress = answer.json().get("progress").asDouble();
      answer =
          range(
              "?startUtc=2026-11-21T14:00:00Z&endUtc=2026-11-21T16:00:00Z&cursor="
                  + answer.json().get("next_cursor").asText());
      requests++;
    }
    events += answer.json().get("events").asInt();

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.json().get("progress").asDouble()).isEqualTo(1.0);
    assertThat(events).isEqualTo(48);
    assertThat(requests).isGreaterThan(8);
    for (int number = 0; number < 12; number++) {
      assertThat(stored.row(number)).isEqualTo(before.get(number));
    }
  }

  @Test
  void aReplayOfKnownEventsWritesNothing() {
    stored.answered(1);
    replayAll();
    api.requests().reset();

    JsonNode answer = range("?startUtc=2026-11-21T15:00:00Z&endUtc=2026-11-21T16:00:00Z").json();

    assertThat(answer.get("outcomes").toString()).isEqualTo("{\"unchanged\":4}");
    assertThat(api.requests().counts().keySet())
        .containsExactlyInAnyOrder("dynamodb.Query", "dynamodb.BatchGetItem", "dynamodb.GetItem");
  }

  @Test
  void aQuarantinedEventCountsOnlyAfterItIsReleased() {
    stored.store(1, 0, "IncomingCall", NOW);
    StoredEvent held = StoredEvents.quarantined(event(1, 3, "IncomingCallCompleted", NOW));
    stored.events().store(held);
    replayAll();
    assertThat(stored.row(1).finished()).isFalse();

    Answer refused = replay(held, "");
    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.error()).isEqualTo("conflict");
    assertThat(stored.row(1).finished()).isFalse();

    Answer answer = replay(held, "{\"release\":true}");

    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    assertThat(answer.json().at("/event/status").asText()).isEqualTo("received");
    assertThat(stored.row(1).finished()).isTrue();
    assertThat(get("?status=quarantined").get("events")).isEmpty();
    assertThat(replay(held, "{\"release\":true}").status()).isEqualTo(404);
  }

  @Test
  void whatSaysNothingIsParkedWithItsReasonAndFoundByIt() {
    StoredEvent odd = stored.store(1, 0, "IncomingCallHeld", NOW);

    Answer answer = replay(odd, "{}");

    assertThat(answer.json().get("outcome").asText()).isEqualTo("parked");
    assertThat(answer.json().get("call_id").isNull()).isTrue();
    JsonNode parked = get("?status=parked,dead_letter").get("events");
    assertThat(parked).hasSize(1);
    assertThat(parked.at("/0/reason").asText()).isEqualTo("unknown_type");
    assertThat(get("?status=received").get("events")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "?status=open, status",
    "?call=nobody, call",
    "?skip=5, skip",
    "?startUtc=2026-01-01T00:00:00Z, startUtc",
    "?startUtc=2026-11-21T15:00:00Z&endUtc=2026-11-21T15:00:00Z, startUtc"
  })
  void whatCannotBeAskedForIs400(String query, String field) {
    Answer answer = api.get(PATH + query).as(Callers.admin()).send();
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.errorFields()).isEqualTo(field);
  }

  @Test
  void anUnknownEventIs404AndACursorOfAnotherTimeIs400() {
    assertThat(api.post(PATH + "/bm8/replay").as(Callers.admin()).send().status()).isEqualTo(404);
    stored.store(1, 0, "IncomingCall", NOW);
    stored.store(2, 0, "IncomingCall", NOW.minusSeconds(1));
    String cursor = get("?limit=1").get("next_cursor").asText();
    Answer other =
        api.get(PATH + "?limit=1&status=parked&cursor=" + cursor).as(Callers.admin()).send();
    assertThat(other.status()).isEqualTo(400);
    assertThat(other.errorFields()).isEqualTo("cursor");
  }

  @Test
  void onlyAnAdministratorOfThePlatformSeesEvents() {
    for (Principal caller :
        List.of(Callers.orgAdmin("north"), Callers.manager("north"), Callers.agent("north"))) {
      assertThat(api.get(PATH).as(caller).send().status()).isEqualTo(403);
      assertThat(api.post(PATH + "/replay").as(caller).send().status()).isEqualTo(403);
    }
  }

  private Instant tick() {
    now = now.plus(tick);
    return now;
  }

  private JsonNode get(String query) {
    Answer answer = api.get(PATH + query).as(Callers.admin()).send();
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    return answer.json();
  }

  private Answer replay(StoredEvent event, String body) {
    var request = api.post(PATH + "/" + EventRow.of(event).id().text() + "/replay");
    return body.isEmpty()
        ? request.as(Callers.admin()).send()
        : request.as(Callers.admin()).body(body).send();
  }

  private Answer range(String query) {
    return api.post(PATH + "/replay" + query).as(Callers.admin()).send();
  }

  private void replayAll() {
    Answer answer = range("?startUtc=2026-11-21T15:00:00Z&endUtc=2026-11-21T16:00:00Z");
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
  }
}
