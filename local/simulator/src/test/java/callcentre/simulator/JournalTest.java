package callcentre.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import callcentre.simulator.history.CallDraft;
import callcentre.simulator.history.CallState;
import callcentre.simulator.history.Client;
import callcentre.simulator.history.Marks;
import callcentre.simulator.history.MessageDraft;
import callcentre.simulator.history.PhoneCall;
import callcentre.simulator.history.Workflow;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class JournalTest extends HistoryTest {

  private final Map<String, String> nameOf = new TreeMap<>();
  private PhoneCall answered;

  @BeforeEach
  void aSmallHistory() {
    answered =
        simulator.add(
            CallDraft.at(minutesAgo(10))
                .from("+13475550123", "Jordan Blake")
                .rung("101")
                .answeredBy("102")
                .lasting(Duration.ofMillis(64_125))
                .recorded()
                .marked(Marks.NONE.withRead(true).withComment("Asked for a new appointment")));
    nameOf.put(answered.requestId(), "answered");
    name("missed", CallDraft.at(minutesAgo(20)).rung("103").ending(CallState.MISSED));
    name(
        "voicemail",
        CallDraft.at(minutesAgo(30))
            .from("+19175550188", null)
            .leaving(null, Duration.ofSeconds(27), "Hi, please call me back.", null)
            .marked(Marks.NONE.withWorkflow(Workflow.OPEN)));
    name(
        "outgoing",
        CallDraft.at(minutesAgo(40))
            .outgoing("104", "+13475550123")
            .number("+17323286846")
            .ending(CallState.NO_ANSWER)
            .marked(Marks.NONE.withWorkflow(Workflow.RESOLVED)));
    name("internal", CallDraft.at(minutesAgo(50)).internal("101", "105"));
    name("callback", CallDraft.at(minutesAgo(60)).callback().answeredBy("101"));
    name("vain callback", CallDraft.at(minutesAgo(70)).callback().ending(CallState.MISSED));
    name("widget", CallDraft.at(minutesAgo(80)).with(Client.widget("Website widget")));
    nameOf.put(
        simulator.add(MessageDraft.at(minutesAgo(90)).text("Running late")).requestId(), "text");
    nameOf.put(
        simulator.add(MessageDraft.at(minutesAgo(100)).sentBy("101").text("The map")).requestId(),
        "reply");
  }

  private void name(String name, CallDraft draft) {
    nameOf.put(simulator.add(draft).requestId(), name);
  }

  private List<String> named(String query) {
    return journalIds(query).stream().map(nameOf::get).toList();
  }

  @Test
  void theListIsNewestFirstUnlessReversed() {
    assertThat(named("pageSize=3")).containsExactly("answered", "missed", "voicemail");
    assertThat(named("pageSize=3&reverse=true")).containsExactly("reply", "text", "widget");
    assertThat(named("pageSize=4&page=3")).containsExactly("text", "reply");
    assertThat(named("pageSize=4&page=4")).isEmpty();
  }

  @Test
  void aRowSaysOfItsCallWhatTheCallSaysInOtherWords() {
    JsonNode row = caller.get(REQUESTS + "/" + answered.requestId(), token).json();

    assertThat(row.path("requestGuid").asText()).isEqualTo(answered.guid());
    assertThat(row.path("duration").asText()).isEqualTo("00:01:04");
    assertThat(row.path("state").asText()).isEqualTo("connected");
    assertThat(row.at("/businessNumber/label").asText()).isEqualTo("GenX");
    assertThat(row.at("/agent/extension").asText()).isEqualTo("102");
    assertThat(texts(row.path("users"), "extension")).containsExactly("101", "102");
    assertThat(
            caller
                .get(REQUESTS + "/" + answered.requestId() + "?showUsers=false", token)
                .json()
                .has("users"))
        .isFalse();
  }

  @Test
  void everyFilterChoosesItsRows() {
    assertThat(named("type=Message")).containsExactly("text", "reply");
    assertThat(named("type=callbackRequest")).containsExactly("vain callback");
    assertThat(named("type=call,message&origin=inbound"))
        .containsExactly("answered", "missed", "voicemail", "widget", "text");
    assertThat(named("origin=internal,callback"))
        .containsExactly("internal", "callback", "vain callback");
    assertThat(named("state=VoiceMail")).containsExactly("voicemail");
    assertThat(named("state=noanswer")).containsExactly("outgoing");
    assertThat(named("inbound=missed&outbound=all")).containsExactly("missed", "outgoing", "reply");
    assertThat(named("callbacks=connected")).containsExactly("callback");
    assertThat(named("wfState=open")).containsExactly("voicemail");
    assertThat(named("wfState=Finished")).containsExactly("outgoing");
    assertThat(named("wfState=All")).hasSize(10);
    assertThat(named("phone=%2B19175550188")).containsExactly("voicemail");
    assertThat(named("phone=+19175550188")).isEmpty();
    assertThat(named("businessNumber=17323286846")).containsExactly("outgoing");
    assertThat(named("businessNumber=%2B17323286846")).isEmpty();
    assertThat(named("inbound=voiceMail&isRead=false")).containsExactly("voicemail");
    assertThat(named("inbound=voiceMail&isRead=true")).isEmpty();
    assertThat(named("email=a@b.example")).isEmpty();
  }

  @Test
  void searchingLooksIntoTheChosenPropertyOrIntoAll() {
    assertThat(named("searchText=appointment")).containsExactly("answered");
    assertThat(named("searchText=appointment&searchProperty=Client")).isEmpty();
    assertThat(named("searchText=jordan&searchProperty=Client")).containsExactly("answered");
    assertThat(named("searchText=call%20me%20back&searchProperty=VTT"))
        .containsExactly("voicemail");
    assertThat(named("searchText=VictorySync&searchProperty=BusinessNumber"))
        .containsExactly("outgoing");
    assertThat(named("searchText=running")).containsExactly("text");
  }

  @Test
  void rowsAreFoundByUserAndByVoicemailBox() {
    JsonNode team = caller.get("/v4/api/team", token).json();

    assertThat(named("userId=" + team.at("/users/4/id").asText())).containsExactly("internal");
    assertThat(named("vmBoxId=" + team.at("/vmboxes/0/id").asText())).containsExactly("voicemail");
    assertThat(named("groupId=" + team.at("/groups/0/id").asText())).isEmpty();
  }

  @Test
  void unknownFiltersAndValuesAreRefusedByName() {
    assertThat(refused("someUnknownFilter=1&other=2"))
        .containsExactly("other", "someUnknownFilter");
    assertThat(refused("pageSize=1001")).containsExactly("pageSize");
    assertThat(refused("pageSize=abc&page=0")).containsExactly("page", "pageSize");
    assertThat(refused("from=yesterday")).containsExactly("from");
    assertThat(refused("type=voicemail")).containsExactly("type");
    assertThat(refused("state=connected,lost")).containsExactly("state");
    assertThat(refused("isRead=true")).containsExactly("isRead");
    assertThat(caller.get(REQUESTS + "?pageSize=1000", token).status()).isEqualTo(200);
  }

  @Test
  void countsTakeTheSameFiltersButNoPagingAndTellTheirWindow() {
    JsonNode counts = caller.get(REQUESTS + "/counts?type=message", token).json();

    assertThat(counts.path("records").asInt()).isEqualTo(2);
    assertThat(counts.path("from").asText()).isEqualTo("2026-08-14T20:00:00.0000000+00:00");
    assertThat(counts.path("to").asText()).isEqualTo("2026-09-14T20:00:00.0000000+00:00");
    assertThat(caller.get(REQUESTS + "/counts?pageSize=10", token).status()).isEqualTo(400);
  }

  @Test
  void malformedAndUnknownIdsAreToldApart() {
    Caller.Reply malformed = caller.get(REQUESTS + "/xxxx", token);
    Caller.Reply unknown = caller.get(REQUESTS + "/" + UNKNOWN_ID, token);
    Caller.Reply guid = caller.get(REQUESTS + "/" + answered.guid(), token);

    assertThat(malformed.status()).isEqualTo(400);
    assertThat(malformed.json().path("message").asText())
        .isEqualTo("Request Id(s) 'xxxx' has invalid format");
    assertThat(unknown.status()).isEqualTo(404);
    assertThat(guid.json().path("errorCode").asText()).isEqualTo("RequestIdHasInvalidFormat");
  }

  @Test
  void aShareOfTheRowsDoesNotTellTheCallsId() {
    for (int i = 0; i < 300; i++) {
      simulator.add(CallDraft.at(minutesAgo(200 + i)));
    }
    assertThat(zeros()).isZero();

    simulator.change(s -> s.withHistory(s.history().withZeroGuidShare(0.5)));
    assertThat(zeros()).isBetween(100L, 210L);
    simulator.change(s -> s.withHistory(s.history().withZeroGuidShare(1)));
    assertThat(zeros()).isEqualTo(310);
  }

  @Test
  void theListMayStandInsideData() {
    simulator.change(s -> s.withHistory(s.history().withWrappedJournal(true)));

    JsonNode body = caller.get(REQUESTS, token).json();
    assertThat(body.at("/data/currentPage").asInt()).isEqualTo(1);
    assertThat(body.at("/data/requests")).hasSize(10);
  }

  @Test
  void rowsOfColleaguesHaveNoBusinessNumberAndWidgetsSayTheirName() {
    List<JsonNode> rows = new ArrayList<>(journal("origin=internal"));
    rows.addAll(journal("searchText=widget"));

    assertThat(rows.getFirst().has("businessNumber")).isFalse();
    assertThat(rows.getLast().path("client").toString())
        .contains("\"type\":\"widget\",\"widgetName\":\"Website widget\"");
  }

  private long zeros() {
    return journal("pageSize=1000").stream()
        .filter(row -> row.path("requestGuid").asText().startsWith("00000000-0000-0000"))
        .count();
  }

  private List<String> refused(String query) {
    Caller.Reply reply = caller.get(REQUESTS + "?" + query, token);
    assertThat(reply.status()).as(query).isEqualTo(400);
    assertThat(reply.json().path("errorCode").asText()).isEqualTo("FilterParamsMalformed");
    return items(reply.json().at("/data/unsupportedFilters")).stream()
        .map(JsonNode::asText)
        .toList();
  }
}
