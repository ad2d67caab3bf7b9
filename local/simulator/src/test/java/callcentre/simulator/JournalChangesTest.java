package callcentre.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import callcentre.simulator.history.CallDraft;
import callcentre.simulator.history.MessageDraft;
import callcentre.simulator.history.PhoneCall;
import callcentre.simulator.history.TextMessage;
import callcentre.simulator.settings.ContactCenterAccess;
import callcentre.simulator.settings.MmsAnswer;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.Base64;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class JournalChangesTest extends HistoryTest {

  private PhoneCall call;
  private PhoneCall voicemail;
  private TextMessage picture;

  @BeforeEach
  void aSmallHistory() {
    call = simulator.add(CallDraft.at(minutesAgo(10)));
    voicemail =
        simulator.add(
            CallDraft.at(minutesAgo(20))
                .leaving(null, Duration.ofSeconds(9), "Hi, please call me back.", null));
    picture =
        simulator.add(
            MessageDraft.at(minutesAgo(30))
                .attach(new TextMessage.Attachment("map.png", 48_213, true))
                .attach(new TextMessage.Attachment("notes.txt", 200, false)));
  }

  @Test
  void aCommentIsWrittenOverAndRemoved() {
    assertThat(comment("text/plain", "First").status()).isEqualTo(200);
    assertThat(comment("application/json", "\"Second, \\\"quoted\\\"\"").status()).isEqualTo(200);
    assertThat(row(call.requestId()).path("comment").asText()).isEqualTo("Second, \"quoted\"");

    caller.delete(REQUESTS + "/" + call.requestId() + "/comment", token);
    assertThat(row(call.requestId()).has("comment")).isFalse();
  }

  @Test
  void aJsonObjectIsNoTextAndOtherMediaTypesAreRefused() {
    assertThat(comment("application/json", "{\"comment\":\"x\"}").status()).isEqualTo(400);
    assertThat(comment("application/xml", "x").status()).isEqualTo(415);
    assertThat(row(call.requestId()).has("comment")).isFalse();
  }

  @Test
  void workflowStatesAreSetForSeveralRowsAtOnce() {
    String both = call.requestId() + "," + voicemail.requestId();
    assertThat(workflow(both, "Resolved").json().path("message").asText()).isEqualTo("updated");

    assertThat(row(call.requestId()).at("/wfstate/state").asText()).isEqualTo("resolved");
    assertThat(row(voicemail.requestId()).at("/wfstate/state").asText()).isEqualTo("resolved");
  }

  @Test
  void anUnknownWorkflowStateIs404AndAnUnknownRowChangesNone() {
    assertThat(workflow(call.requestId(), "Finished").json().path("errorCode").asText())
        .isEqualTo("WorkflowStateInvalid");
    assertThat(workflow(call.requestId() + "," + UNKNOWN_ID, "Open").status()).isEqualTo(404);
    assertThat(workflow("", "Open").status()).isEqualTo(404);
    assertThat(workflow(call.requestId() + ",xyz", "Open").json().path("message").asText())
        .isEqualTo("Request Id(s) 'xyz' has invalid format");
    assertThat(row(call.requestId()).path("wfstate").isNull()).isTrue();
  }

  @Test
  void flagsAreSetAndTakenBack() {
    assertThat(flags("POST", "IsRead,Favorite").status()).isEqualTo(200);
    assertThat(row(call.requestId()).path("read").asBoolean()).isTrue();
    assertThat(row(call.requestId()).path("favorite").asBoolean()).isTrue();

    flags("DELETE", "isread");
    assertThat(row(call.requestId()).path("read").asBoolean()).isFalse();
    assertThat(row(call.requestId()).path("favorite").asBoolean()).isTrue();
    assertThat(flags("POST", "IsRead,Starred").json().path("message").asText())
        .isEqualTo("Invalid flags \"IsRead,Starred\"");
  }

  @Test
  void aRemovedRowLeavesTheListsAndComesBack() {
    flags("POST", "Removed");
    assertThat(journalIds("")).doesNotContain(call.requestId()).hasSize(2);
    assertThat(row(call.requestId()).path("availability").asText()).isEqualTo("notAvailable");

    flags("DELETE", "Removed");
    assertThat(journalIds("")).contains(call.requestId());
  }

  @Test
  void messagesAreDeletedOneByOneAndRestored() {
    String path = REQUESTS + "/messages?requestIds=" + picture.requestId() + "," + call.requestId();
    JsonNode deleted = caller.delete(path, token).json();

    assertThat(deleted.at("/data/deletedIds/0").asText()).isEqualTo(picture.requestId());
    assertThat(deleted.at("/data/notfoundIds/0").asText()).isEqualTo(call.requestId());
    assertThat(journalIds("type=message")).isEmpty();
    assertThat(caller.delete(REQUESTS + "/messages", token).status()).isEqualTo(404);

    String restore = REQUESTS + "/message?requestId=" + picture.requestId();
    assertThat(caller.json(caller.signed(restore, token).POST(BodyPublishers.noBody())).status())
        .isEqualTo(200);
    assertThat(journalIds("type=message")).hasSize(1);
  }

  @Test
  void aDeletedVoicemailKeepsItsRowAndSaysWhoRemovedIt() {
    String path = REQUESTS + "/voicemail?requestIds=" + voicemail.requestId();
    assertThat(caller.delete(path, token).json().path("errorCode").asText())
        .isEqualTo("InvalidParameters");
    assertThat(caller.delete(path + "&removeText=true", token).status()).isEqualTo(200);
    assertThat(caller.delete(path + "&removeText=true", token).status()).isEqualTo(404);

    JsonNode part = row(voicemail.requestId()).path("voicemail");
    assertThat(part.path("availability").asText()).isEqualTo("notAvailable");
    assertThat(part.path("whoRemovedName").asText()).isEqualTo("Maria Lopez");
    assertThat(part.has("text")).isFalse();
    assertThat(part.path("recording").has("link")).isFalse();
  }

  @Test
  void theFilesOfAMessageComeAsZipOrAsItsBase64Text() throws IOException {
    String path = REQUESTS + "/" + picture.requestId() + "/mmsAttachments";
    simulator.change(s -> s.withHistory(s.history().withMmsAnswer(MmsAnswer.BASE64)));
    byte[] zip = Base64.getDecoder().decode(caller.send(caller.signed(path, token).GET()).body());

    try (ZipInputStream files = new ZipInputStream(new ByteArrayInputStream(zip))) {
      assertThat(files.getNextEntry().getName()).isEqualTo("map.png");
      assertThat(files.readAllBytes()).hasSize(48_213);
      assertThat(files.getNextEntry().getName()).isEqualTo("notes.txt");
    }
    String ofCall = REQUESTS + "/" + call.requestId() + "/mmsAttachments";
    assertThat(caller.get(ofCall, token).status()).isEqualTo(404);
  }

  @Test
  void blockingANumberNeedsItsPlusAndChangesHowTheClientIsShown() {
    assertThat(block("add", "%2B13475550123").status()).isEqualTo(200);
    assertThat(row(call.requestId()).at("/client/callerKind").asText()).isEqualTo("blocked");
    assertThat(
            caller
                .get("/v4/api/journal/blocklist/availableNumbers", token)
                .json()
                .path("countOfAvailableNumbers")
                .asInt())
        .isEqualTo(499);

    assertThat(block("add", "+13475550123").status()).isEqualTo(400);
    assertThat(block("remove", "%2B13475550123").status()).isEqualTo(200);
    assertThat(block("remove", "%2B13475550123").status()).isEqualTo(404);
  }

  @Test
  void anImportantNumberIsBlockedOnlyByForce() {
    simulator.callerLists().makeImportant("+13475550123");
    assertThat(row(call.requestId()).at("/client/callerKind").asText()).isEqualTo("vip");

    assertThat(block("add", "%2B13475550123").status()).isEqualTo(400);
    assertThat(block("add", "%2B13475550123&forceRemovingVIP=true").status()).isEqualTo(200);
  }

  @Test
  void communicationsAreTheJournalWrappedAndMayBeRefusedByRole() {
    String path = "/v4/api/ContactCenter/Communications";
    assertThat(caller.get(path, token).json().at("/data/requests")).hasSize(3);
    assertThat(caller.get(path + "?unknown=1", token).json().path("errorCode").asText())
        .isEqualTo("InvalidParameters");
    String agent = caller.accessToken(simulator.secretOf("102"));

    access(ContactCenterAccess.ADMINS);
    assertThat(caller.get(path, token).status()).isEqualTo(200);
    assertThat(caller.get(path, agent).json().path("errorCode").asText())
        .isEqualTo("TenantAccountRoleIssue");
    access(ContactCenterAccess.NOBODY);
    assertThat(caller.get(path, token).status()).isEqualTo(403);
  }

  @Test
  void communicationsTakeCommentsAndDeleteVoicemails() {
    String path = "/v4/api/contactCenter/communications/";
    caller.send("POST", path + call.requestId() + "/comment", token, "text/plain", "Noted");
    assertThat(row(call.requestId()).path("comment").asText()).isEqualTo("Noted");
    caller.delete(path + call.requestId() + "/comment", token);
    assertThat(row(call.requestId()).has("comment")).isFalse();

    String delete = path + "voicemails?removeText=false&requestIds=" + voicemail.requestId();
    assertThat(caller.delete(delete, token).status()).isEqualTo(200);
  }

  @Test
  void interactionsShowEachPartnerOnceByTab() {
    simulator.add(CallDraft.at(minutesAgo(5)).internal("101", "102"));
    String path = "/v4/api/contactcenter/interactions";

    assertThat(caller.get(path + "?tab=Recent", token).json().at("/data/contacts")).hasSize(1);
    JsonNode all = caller.get(path + "?tab=RecentWithInternal", token).json().path("data");
    assertThat(all.path("contacts")).hasSize(2);
    assertThat(all.at("/contacts/0/actualInteraction/internalCallUsers")).hasSize(2);
    assertThat(caller.get(path + "?tab=Nobody", token).status()).isEqualTo(400);
  }

  private void access(ContactCenterAccess access) {
    simulator.change(s -> s.withHistory(s.history().withContactCenterAccess(access)));
  }

  private JsonNode row(String id) {
    return caller.get(REQUESTS + "/" + id, token).json();
  }

  private Caller.Reply comment(String mediaType, String body) {
    String path = REQUESTS + "/" + call.requestId() + "/comment";
    return caller.send("POST", path, token, mediaType, body);
  }

  private Caller.Reply workflow(String ids, String state) {
    String path = REQUESTS + "/wfstate?requestIds=" + ids;
    return caller.send("PUT", path, token, "text/plain", state);
  }

  private Caller.Reply flags(String method, String flags) {
    String path = REQUESTS + "/flags?flags=" + flags + "&requestIds=" + call.requestId();
    return caller.json(caller.signed(path, token).method(method, BodyPublishers.noBody()));
  }

  private Caller.Reply block(String action, String phone) {
    String path = "/v4/api/journal/blocklist/" + action + "?phone=" + phone;
    return caller.json(caller.signed(path, token).POST(BodyPublishers.noBody()));
  }
}
