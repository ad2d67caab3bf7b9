package callcentre.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import callcentre.simulator.history.CallDraft;
import callcentre.simulator.history.CallState;
import callcentre.simulator.history.Client;
import callcentre.simulator.history.Marks;
import callcentre.simulator.history.PhoneCall;
import callcentre.simulator.settings.HostKind;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class CallsTest extends HistoryTest {

  private static final String CALLS = "/v4/api/calls";

  @Test
  void theListIsNewestFirstAndTellsHowManyThereAreInAll() {
    for (int i = 1; i <= 25; i++) {
      simulator.add(CallDraft.at(minutesAgo(10 * i)).from("+1347555" + (1000 + i), null));
    }

    JsonNode first = list(CALLS);
    JsonNode third = list(CALLS + "?skip=20&pageSize=10");

    assertThat(first.path("total").asInt()).isEqualTo(25);
    assertThat(items(first.path("calls"))).hasSize(10);
    assertThat(first.at("/calls/0/caller/phone").asText()).isEqualTo("+13475551001");
    assertThat(items(third.path("calls"))).hasSize(5);
    assertThat(third.at("/calls/4/caller/phone").asText()).isEqualTo("+13475551025");
  }

  @Test
  void pageIsIgnoredBecauseOnlySkipPages() {
    simulator.add(CallDraft.at(minutesAgo(30)));

    assertThat(list(CALLS + "?page=7").path("calls")).hasSize(1);
  }

  @Test
  void withoutDatesTheWindowIsTheLastDay() {
    simulator.add(CallDraft.at(NOW.minus(Duration.ofHours(25))));
    simulator.add(CallDraft.at(NOW.minus(Duration.ofHours(23))));

    assertThat(list(CALLS).path("total").asInt()).isEqualTo(1);
    assertThat(list(CALLS + "?startUtc=2026-09-13T00:00:00").path("total").asInt()).isEqualTo(2);
    assertThat(
            list(CALLS + "?startUtc=2026-09-13T00:00:00Z&endUtc=2026-09-13T20:00:00.5")
                .path("total")
                .asInt())
        .isEqualTo(1);
  }

  @Test
  void aCallAppearsOnlySomeTimeAfterItsEnd() {
    simulator.change(s -> s.withHistory(s.history().withCallDelaySeconds(10)));
    PhoneCall call =
        simulator.add(
            CallDraft.at(NOW).ringing(Duration.ofSeconds(5)).lasting(Duration.ofSeconds(60)));

    simulator.clock().advance(Duration.ofSeconds(74));
    assertThat(list(CALLS).path("total").asInt()).isZero();
    assertThat(caller.get(CALLS + "/" + call.guid(), token).status()).isEqualTo(400);
    assertThat(journalIds("")).containsExactly(call.requestId());

    simulator.clock().advance(Duration.ofSeconds(1));
    assertThat(list(CALLS).path("total").asInt()).isEqualTo(1);
    assertThat(caller.get(CALLS + "/" + call.guid().toUpperCase(Locale.ROOT), token).status())
        .isEqualTo(200);
  }

  @Test
  void everyFilterChoosesItsCalls() {
    add("incoming", CallDraft.at(minutesAgo(10)).answeredBy("101"));
    add("missed", CallDraft.at(minutesAgo(11)).rung("101").ending(CallState.MISSED));
    add("dropped", CallDraft.at(minutesAgo(12)).ending(CallState.DROPPED));
    add(
        "voicemail",
        CallDraft.at(minutesAgo(13)).leaving(null, Duration.ofSeconds(20), null, null));
    add("outgoing", CallDraft.at(minutesAgo(14)).outgoing("102", "+13475550123"));
    add(
        "unanswered",
        CallDraft.at(minutesAgo(15)).outgoing("102", "+13475550123").ending(CallState.NO_ANSWER));
    add(
        "canceled",
        CallDraft.at(minutesAgo(16)).outgoing("102", "+13475550123").ending(CallState.CANCELED));
    add("internal", CallDraft.at(minutesAgo(17)).internal("103", "104"));
    add("callback", CallDraft.at(minutesAgo(18)).callback().answeredBy("105"));

    assertThat(named("callFilter=Incoming"))
        .containsExactly("incoming", "missed", "dropped", "voicemail");
    assertThat(named("callFilter=Outgoing")).containsExactly("outgoing", "unanswered", "canceled");
    assertThat(named("callFilter=InOutgoing"))
        .containsExactly(
            "incoming", "missed", "dropped", "voicemail", "outgoing", "unanswered", "canceled");
    assertThat(named("callFilter=InternalOnly")).containsExactly("internal");
    assertThat(named("callFilter=CallbackWidget")).containsExactly("callback");
    assertThat(named("callFilter=Connected"))
        .containsExactly("incoming", "outgoing", "internal", "callback");
    assertThat(named("callFilter=Missed")).containsExactly("missed", "unanswered");
    assertThat(named("callFilter=Dropped")).containsExactly("dropped", "canceled");
    assertThat(named("callFilter=canceled")).containsExactly("canceled");
    assertThat(named("callFilter=Voicemail")).containsExactly("voicemail");
    assertThat(named("callFilter=Incoming,Missed,Dropped")).containsExactly("missed", "dropped");
    assertThat(named("extension=102")).containsExactly("outgoing", "unanswered", "canceled");
    assertThat(named("extension=104")).containsExactly("internal");
    assertThat(named("customFilter=owen")).containsExactly("internal");
  }

  @Test
  void wrongValuesAreToldAllTogether() {
    Caller.Reply reply =
        caller.get(
            CALLS + "?pageSize=0&skip=-1&startUtc=x&endUtc=2026-13-01&callFilter=Lost", token);

    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.json().path("message").asText()).isEqualTo("The request is invalid.");
    assertThat(reply.json().path("modelState").properties())
        .extracting(entry -> entry.getKey())
        .containsExactlyInAnyOrder("pageSize", "skip", "startUtc", "endUtc", "callFilter");
    assertThat(reply.json().at("/modelState/callFilter/0").asText())
        .isEqualTo("The value 'Lost' is not valid for CallFilter.");
  }

  @Test
  void durationsAreMillisecondsInAStringAndZeroForAMissedCall() {
    simulator.add(CallDraft.at(minutesAgo(5)).lasting(Duration.ofMillis(23_066)));
    simulator.add(CallDraft.at(minutesAgo(6)).ending(CallState.MISSED));

    assertThat(texts(list(CALLS).path("calls"), "duration")).containsExactly("23066", "0");
    assertThat(list(CALLS).at("/calls/0/duration").isTextual()).isTrue();
  }

  @Test
  void whoHasNoNumberHasNoneInTheList() {
    simulator.add(CallDraft.at(minutesAgo(5)).with(Client.anonymous()));
    simulator.add(CallDraft.at(minutesAgo(6)).with(Client.widget("Website widget")));
    simulator.add(CallDraft.at(minutesAgo(7)).internal("101", "102"));

    List<JsonNode> calls = items(list(CALLS).path("calls"));

    assertThat(calls).allMatch(call -> !call.path("caller").has("phone"));
    assertThat(calls)
        .extracting(call -> call.at("/caller/name").asText())
        .containsExactly("Anonymous", "Website widget", "Maria Lopez");
    assertThat(calls.get(2).path("businessNumber").isNull()).isTrue();
  }

  @Test
  void aSwitchLetsUsersSeeTheirOwnCallsOnly() {
    simulator.add(CallDraft.at(minutesAgo(5)).answeredBy("102"));
    simulator.add(CallDraft.at(minutesAgo(6)).answeredBy("103"));
    String agent = caller.accessToken(simulator.secretOf("102"));
    assertThat(caller.get(CALLS, agent).json().at("/data/total").asInt()).isEqualTo(2);

    simulator.change(s -> s.withHistory(s.history().withOwnCallsOnly(true)));

    assertThat(caller.get(CALLS, agent).json().at("/data/total").asInt()).isEqualTo(1);
    assertThat(list(CALLS).path("total").asInt()).isEqualTo(2);
  }

  @Test
  void aMadeCallActsAsTheTokensUserAndIsListedWhenItIsOver() {
    String agent = caller.accessToken(simulator.secretOf("103"));
    Caller.Reply made =
        caller.send(
            "POST",
            CALLS + "/makecall",
            agent,
            "application/json",
            "{\"from\":\"+13123194556\",\"to\":\"+1 347 555 0123\"}");
    String id = made.json().at("/data/id").asText();

    assertThat(made.json().at("/data/caller").toString()).isEqualTo("{\"name\":\"Priya Nair\"}");
    assertThat(made.json().at("/data/dateTimeUtc").asText()).matches(".*\\.\\d{7}\\+00:00");
    assertThat(made.json().at("/data/duration").isNull()).isTrue();
    assertThat(caller.get(CALLS + "/" + id, token).status()).isEqualTo(400);

    simulator.clock().advance(Duration.ofMinutes(1));
    JsonNode call = list(CALLS + "/" + id);
    assertThat(call.at("/caller/extension").asText()).isEqualTo("103");
    assertThat(call.at("/called/0/phone").asText()).isEqualTo("+13475550123");
    assertThat(call.path("callStatus").asText()).isEqualTo("Connected");
  }

  @Test
  void aNumberThatIsNotTheAccountsCannotCall() {
    Caller.Reply foreign =
        caller.send(
            "POST",
            CALLS + "/makecall",
            token,
            "application/json",
            "{\"from\":\"+19998887777\",\"to\":\"101\"}");
    Caller.Reply empty = caller.send("POST", CALLS + "/makecall", token, "application/json", "{}");
    Caller.Reply text = caller.send("POST", CALLS + "/makecall", token, "text/plain", "x");

    assertThat(foreign.status()).isEqualTo(403);
    assertThat(empty.json().path("modelState").properties())
        .extracting(entry -> entry.getKey())
        .containsExactly("model.From", "model.To");
    assertThat(text.status()).isEqualTo(415);
  }

  @Test
  void bothKindsOfHostServeTheSameInAnyCaseOfThePath() {
    simulator.add(CallDraft.at(minutesAgo(5)));
    simulator.account().moveTo(HostKind.CONTACT_CENTER);
    simulator.change(s -> s.withHostKind(HostKind.CONTACT_CENTER));

    assertThat(caller.get("/V4/API/Calls", caller.accessToken()).json().at("/data/total").asInt())
        .isEqualTo(1);
  }

  private void add(String name, CallDraft draft) {
    simulator.add(draft.marked(Marks.NONE.withComment(name)));
  }

  /** The comments of the calls that are listed: the journal's, by the call's id. */
  private List<String> named(String filter) {
    return texts(list(CALLS + "?pageSize=100&" + filter).path("calls"), "id").stream()
        .map(id -> simulator.history().find(id).orElseThrow())
        .map(call -> simulator.history().marks(call).comment())
        .toList();
  }
}
