package callcentre.functions.voicemails;

import static callcentre.functions.voicemails.VoicemailsStage.PATH;
import static org.assertj.core.api.Assertions.assertThat;

import callcentre.api.access.Principal;
import callcentre.api.testing.Answer;
import callcentre.api.testing.ApiHarness;
import callcentre.api.testing.Callers;
import callcentre.cloud.Cloud;
import callcentre.cloud.CloudExtension;
import callcentre.domain.voicemails.VoicemailId;
import callcentre.simulator.Simulator;
import callcentre.simulator.faults.Fault;
import callcentre.simulator.faults.FaultKind;
import callcentre.simulator.faults.FaultMatch;
import callcentre.simulator.history.CallDraft;
import callcentre.simulator.history.Marks;
import callcentre.simulator.history.PhoneCall;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Heard or not, and deletion: at the provider first, then in the row, which stays. */
@ExtendWith(CloudExtension.class)
class VoicemailWriteTest {

  private static final String AT = "2026-11-20T18:05:20.100Z";
  private static final String FLAGS = "/v4/api/journal/requests/flags";
  private static final String DELETION = "/v4/api/journal/requests/voicemail";

  private Simulator simulator;
  private VoicemailsStage stage;
  private PhoneCall call;

  @BeforeEach
  void arrange(Cloud cloud) {
    simulator = Simulator.start();
    stage =
        VoicemailsStage.of(
            ApiHarness.in(cloud)
                .signing()
                .account(simulator.apiKey(), simulator.adminSecret(), simulator.baseUrl()));
    stage.organisations("north", "south");
    stage.assign(Facts.MAIN, "north", Optional.empty());
    call =
        simulator.add(
            CallDraft.at(Instant.parse(AT))
                .from(Facts.CLIENT.e164(), null)
                .leaving(null, Duration.ofSeconds(27), "Hi, please call me back.", "101"));
    stage.store(Facts.journal(new VoicemailId(call.requestId()), Facts.MAIN, AT, "101", false));
  }

  @AfterEach
  void close() {
    stage.close();
    simulator.close();
  }

  @Test
  void aVoicemailHasTheFieldsOfTheContract() {
    assertThat(get(Callers.admin()).body())
        .isEqualTo(
            """
            {"id":"%s","from":"+19175550188","to":"+12125550147",\
            "from_party":{"kind":"number","value":"+19175550188","name":null},\
            "assigned_to":"Agent 101","dateTimeUtc":"2026-11-20T18:05:20.100Z",\
            "received_at":"2026-11-20T18:05:20.100Z","duration":null,"duration_seconds":27.0,\
            "status":"unread","transcription":"Hi, please call me back.","has_audio":true,\
            "contact":null,"orgId":"north","removed":false,"call_id":null,\
            "sources":["journal"],"match":"none"}"""
                .formatted(call.requestId()));
  }

  @Test
  void markingAsReadAndUnreadIsWrittenToTheJournalAndShownAtOnce() {
    Answer read = mark("read", Callers.manager("north"));
    assertThat(read.status()).as(read.body()).isEqualTo(200);
    assertThat(read.json().get("status").asText()).isEqualTo("read");
    assertThat(read.header("RateLimit-Remaining")).isPresent();
    assertThat(marks().read()).isTrue();
    stage.clock.pass(Duration.ofSeconds(1));
    assertThat(mark("unread", Callers.admin()).json().get("status").asText()).isEqualTo("unread");
    assertThat(marks().read()).isFalse();
    assertThat(VoicemailsStage.ids(stage.list("?status=unread", Callers.admin())))
        .containsExactly(call.requestId());
    assertThat(VoicemailsStage.ids(stage.list("?status=read", Callers.admin()))).isEmpty();
  }

  @Test
  void aDeletedVoicemailKeepsItsRowMarkedAndWithoutItsText() {
    Answer deleted = delete(Callers.orgAdmin("north"));
    assertThat(deleted.status()).as(deleted.body()).isEqualTo(200);
    JsonNode row = get(Callers.admin()).json();
    assertThat(row).isEqualTo(deleted.json());
    assertThat(row.get("removed").asBoolean()).isTrue();
    assertThat(row.get("has_audio").asBoolean()).isFalse();
    assertThat(row.get("transcription").isNull()).isTrue();
    assertThat(row.get("from").asText()).isEqualTo(Facts.CLIENT.e164());
    assertThat(marks().voicemailRemoval()).isNotNull();
    assertThat(delete(Callers.orgAdmin("north")).status()).isEqualTo(200);
    assertThat(simulator.requests().count("DELETE", DELETION)).isEqualTo(1);
  }

  @Test
  void whatTheProviderHasNoMoreIsMarkedAsRemoved() {
    simulator.history().clear();
    assertThat(mark("read", Callers.admin()).status()).isEqualTo(404);
    Answer deleted = delete(Callers.admin());
    assertThat(deleted.status()).as(deleted.body()).isEqualTo(200);
    assertThat(deleted.json().get("removed").asBoolean()).isTrue();
  }

  @Test
  void whatIsForeignIs404AndNothingIsSent() {
    Principal own = stage.agent("own", "101", "2026-01-01T00:00:00Z");
    Principal other = stage.agent("other", "102", "2026-01-01T00:00:00Z");
    assertThat(mark("read", other).status()).isEqualTo(404);
    assertThat(mark("read", Callers.manager("south")).status()).isEqualTo(404);
    assertThat(delete(Callers.orgAdmin("south")).status()).isEqualTo(404);
    assertThat(simulator.requests().total()).isZero();
    assertThat(mark("read", own).status()).isEqualTo(200);
  }

  @Test
  void onlyAdministratorsDelete() {
    Principal own = stage.agent("own", "101", "2026-01-01T00:00:00Z");
    assertThat(delete(own).status()).isEqualTo(403);
    assertThat(delete(Callers.manager("north")).status()).isEqualTo(403);
    assertThat(simulator.requests().total()).isZero();
  }

  @Test
  void withoutAJournalRecordNothingIsSent() {
    stage.store(Facts.listed(5, "2026-11-19T10:00:00Z"));
    String path = PATH + "/" + Facts.guid(5);
    Answer marked = stage.api.patch(path).as(Callers.admin()).body("{\"status\":\"read\"}").send();
    assertThat(marked.error()).isEqualTo("ambiguous_record");
    assertThat(stage.api.delete(path).as(Callers.admin()).send().error())
        .isEqualTo("ambiguous_record");
    assertThat(simulator.requests().total()).isZero();
  }

  @Test
  void anIdThatWasShownBeforeTheJournalRecordWasKnownStaysValid() {
    stage.store(Facts.listed(6, "2026-11-18T10:00:30Z"));
    String early = PATH + "/" + Facts.guid(6);
    assertThat(stage.api.get(early).as(Callers.admin()).send().status()).isEqualTo(200);
    stage.store(Facts.journal(66, "2026-11-18T10:00:00Z"));
    JsonNode row = stage.api.get(early).as(Callers.admin()).send().json();
    assertThat(row.get("id").asText()).isEqualTo(Facts.journalId(66).value());
    assertThat(row.get("received_at").asText()).isEqualTo("2026-11-18T10:00:30Z");
    assertThat(row.get("match").asText()).isEqualTo("inferred");
  }

  @ParameterizedTest
  @EnumSource(
      value = FaultKind.class,
      names = {"DROP", "DROP_AFTER", "ERROR_AFTER", "HTML"})
  void aFailingProviderIsAProblemAndTheRowSaysNothingNew(FaultKind kind) {
    simulator.add(Fault.of(kind, FaultMatch.at("POST", FLAGS).times(1)));
    Answer answer = mark("read", Callers.admin());
    assertThat(answer.status()).as(answer.body()).isEqualTo(502);
    assertThat(answer.error()).isEqualTo("mightycall_error");
    assertThat(answer.json().get("retryable").asBoolean()).isTrue();
    assertThat(get(Callers.admin()).json().get("status").asText()).isEqualTo("unread");
    assertThat(mark("read", Callers.admin()).status()).isEqualTo(200);
  }

  @Test
  void aLimitThatTheProviderNamesIs429() {
    simulator.add(Fault.of(FaultKind.LIMIT_EXCEEDED, FaultMatch.at("DELETE", DELETION)));
    Answer answer = delete(Callers.admin());
    assertThat(answer.status()).isEqualTo(429);
    assertThat(answer.error()).isEqualTo("rate_budget_exhausted");
    assertThat(get(Callers.admin()).json().get("removed").asBoolean()).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"{}|status", "{\"status\":\"heard\"}|status"})
  void badInputNamesItsField(String body, String field) {
    Answer answer =
        stage.api.patch(PATH + "/" + call.requestId()).as(Callers.admin()).body(body).send();
    assertThat(answer.status()).as(answer.body()).isEqualTo(400);
    assertThat(answer.errorFields()).isEqualTo(field);
  }

  private Marks marks() {
    return simulator.history().marks(call);
  }

  private Answer get(Principal caller) {
    return stage.api.get(PATH + "/" + call.requestId()).as(caller).send();
  }

  private Answer mark(String status, Principal caller) {
    return stage
        .api
        .patch(PATH + "/" + call.requestId())
        .as(caller)
        .body("{\"status\":\"" + status + "\"}")
        .send();
  }

  private Answer delete(Principal caller) {
    return stage.api.delete(PATH + "/" + call.requestId()).as(caller).send();
  }
}
