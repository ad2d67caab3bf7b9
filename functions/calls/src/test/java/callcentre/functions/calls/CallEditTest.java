package callcentre.functions.calls;

import static callcentre.functions.calls.CallsStage.PATH;
import static org.assertj.core.api.Assertions.assertThat;

import callcentre.api.access.Principal;
import callcentre.api.testing.Answer;
import callcentre.api.testing.Callers;
import callcentre.cloud.Cloud;
import callcentre.cloud.CloudExtension;
import callcentre.domain.calls.CallFact.JournalCall;
import callcentre.domain.calls.CallFact.ListedCall;
import callcentre.domain.calls.JournalNotes;
import callcentre.domain.calls.WorkflowState;
import callcentre.simulator.history.PhoneCall;
import callcentre.simulator.history.Workflow;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Comments and workflow states: at the provider first, then in the row. */
@ExtendWith(CloudExtension.class)
class CallEditTest {

  private ProviderStage provider;
  private CallsStage stage;

  @BeforeEach
  void arrange(Cloud cloud) {
    provider = ProviderStage.in(cloud);
    stage = provider.stage;
  }

  @AfterEach
  void close() {
    provider.close();
  }

  @Test
  void aCommentIsWrittenToTheJournalAndShownAtOnce() {
    PhoneCall call = provider.syncedCall();
    Answer answer = comment(call.guid(), "Asked for a new appointment", Callers.admin());
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    assertThat(answer.json().get("comment").asText()).isEqualTo("Asked for a new appointment");
    assertThat(answer.json().get("sources").toString()).contains("comment_edit");
    assertThat(answer.header("RateLimit-Remaining")).isPresent();
    assertThat(provider.marks(call).comment()).isEqualTo("Asked for a new appointment");
    assertThat(get(call.guid()).json().get("comment")).isEqualTo(answer.json().get("comment"));
  }

  @Test
  void aCommentIsRemovedInBothPlaces() {
    PhoneCall call = provider.syncedCall();
    comment(call.guid(), "Soon gone", Callers.admin());
    stage.clock.pass(Duration.ofSeconds(1));
    Answer answer =
        stage.api.delete(PATH + "/" + call.guid() + "/comment").as(Callers.admin()).send();
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    assertThat(answer.json().get("comment").isNull()).isTrue();
    assertThat(provider.marks(call).comment()).isNull();
  }

  @Test
  void aWorkflowStateIsSetInBothPlaces() {
    PhoneCall call = provider.syncedCall();
    Answer answer = workflow(call.guid(), "{\"workflow_state\":\"resolved\"}");
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    assertThat(answer.json().get("workflow_state").asText()).isEqualTo("resolved");
    assertThat(provider.marks(call).workflow()).isEqualTo(Workflow.RESOLVED);
  }

  @Test
  void aNewerPullOfTheJournalWinsOverAnEarlierEditAndAnOlderOneDoesNot() {
    PhoneCall call = provider.syncedCall();
    comment(call.guid(), "Ours", Callers.admin());
    ListedCall listed = ProviderStage.listed(call);
    stage.store(pulled(call, listed, "Earlier", "2026-11-21T09:59:00Z"));
    assertThat(get(call.guid()).json().get("comment").asText()).isEqualTo("Ours");
    stage.store(pulled(call, listed, "Later", "2026-11-21T10:01:00Z"));
    assertThat(get(call.guid()).json().get("comment").asText()).isEqualTo("Later");
  }

  @Test
  void whereTheJournalRecordIsNotCertainNothingIsSent() {
    PhoneCall call = provider.atProvider();
    stage.store(ProviderStage.listed(call));
    assertAmbiguous(comment(call.guid(), "Which one?", Callers.admin()));
    assertAmbiguous(workflow(call.guid(), "{\"workflow_state\":\"open\"}"));
    assertAmbiguous(
        stage.api.delete(PATH + "/" + call.guid() + "/comment").as(Callers.admin()).send());
    assertThat(provider.simulator.requests().total()).isZero();
  }

  @Test
  void twoRecordsThatCouldBeTheCallMakeItAmbiguous() {
    PhoneCall call = provider.atProvider();
    ListedCall listed = ProviderStage.listed(call);
    stage.store(
        listed,
        ProviderStage.journal(call, Optional.empty(), listed),
        Facts.journal(77, Optional.empty(), listed.details()));
    assertThat(get(call.guid()).json().get("match").asText()).isEqualTo("ambiguous");
    assertAmbiguous(comment(call.guid(), "Which one?", Callers.admin()));
    assertThat(provider.simulator.requests().total()).isZero();
  }

  @Test
  void anAgentWritesAboutItsOwnCallsAndNoOthers() {
    PhoneCall call = provider.syncedCall();
    Principal own = stage.agent("own", CallsStage.since("101", "2026-01-01T00:00:00Z"));
    Principal other = stage.agent("other", CallsStage.since("102", "2026-01-01T00:00:00Z"));
    assertThat(comment(call.guid(), "Mine", own).status()).isEqualTo(200);
    provider.simulator.requests().clear();
    assertThat(comment(call.guid(), "Not mine", other).status()).isEqualTo(404);
    assertThat(provider.simulator.requests().total()).isZero();
    assertThat(provider.marks(call).comment()).isEqualTo("Mine");
  }

  @Test
  void aManagerWritesAboutTheCallsOfItsNumbersAndNoOthers() {
    stage.organisations("north", "south");
    stage.assign(Facts.MAIN, "north", Optional.empty());
    PhoneCall call = provider.syncedCall();
    for (Principal own : List.of(Callers.manager("north"), Callers.orgAdmin("north"))) {
      assertThat(comment(call.guid(), "Ours", own).status()).isEqualTo(200);
    }
    provider.simulator.requests().clear();
    assertThat(comment(call.guid(), "Theirs", Callers.manager("south")).status()).isEqualTo(404);
    assertThat(provider.simulator.requests().total()).isZero();
  }

  @Test
  void theSameIdempotencyKeyIsSentOnce() {
    PhoneCall call = provider.syncedCall();
    for (int attempt = 0; attempt < 2; attempt++) {
      Answer answer =
          stage
              .api
              .put(PATH + "/" + call.guid() + "/comment")
              .as(Callers.admin())
              .header("Idempotency-Key", "k")
              .body("{\"comment\":\"Once\"}")
              .send();
      assertThat(answer.status()).isEqualTo(200);
    }
    assertThat(provider.simulator.requests().count("POST", ProviderStage.COMMENT)).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource({
    "comment,{},comment",
    "comment,{\"comment\":\"  \"},comment",
    "comment,{\"comment\":null},comment",
    "workflow-state,{},workflow_state",
    "workflow-state,{\"workflow_state\":\"none\"},workflow_state",
    "workflow-state,{\"workflow_state\":\"Finished\"},workflow_state",
  })
  void badInputNamesItsField(String route, String body, String field) {
    PhoneCall call = provider.syncedCall();
    Answer answer =
        stage.api.put(PATH + "/" + call.guid() + "/" + route).as(Callers.admin()).body(body).send();
    assertThat(answer.status()).as(answer.body()).isEqualTo(400);
    assertThat(answer.errorFields()).isEqualTo(field);
    assertThat(provider.simulator.requests().total()).isZero();
  }

  private static JournalCall pulled(
      PhoneCall call, ListedCall listed, String comment, String observedAt) {
    JournalCall record = ProviderStage.journal(call, Optional.of(listed.id()), listed);
    return new JournalCall(
        record.journalId(),
        record.guid(),
        record.details(),
        new JournalNotes(Optional.of(comment), WorkflowState.OPEN, false),
        Instant.parse(observedAt));
  }

  private static void assertAmbiguous(Answer answer) {
    assertThat(answer.status()).as(answer.body()).isEqualTo(409);
    assertThat(answer.error()).isEqualTo("ambiguous_record");
  }

  private Answer comment(String id, String text, Principal caller) {
    return stage
        .api
        .put(PATH + "/" + id + "/comment")
        .as(caller)
        .body("{\"comment\":\"" + text + "\"}")
        .send();
  }

  private Answer workflow(String id, String body) {
    return stage.api.put(PATH + "/" + id + "/workflow-state").as(Callers.admin()).body(body).send();
  }

  private Answer get(String id) {
    return stage.api.get(PATH + "/" + id).as(Callers.admin()).send();
  }
}
