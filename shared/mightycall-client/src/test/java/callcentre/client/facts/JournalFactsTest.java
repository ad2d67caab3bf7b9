package callcentre.client.facts;

import static org.assertj.core.api.Assertions.assertThat;

import callcentre.client.Samples;
import callcentre.client.facts.JournalReading.CallRow;
import callcentre.client.facts.JournalReading.MessageRow;
import callcentre.client.facts.JournalReading.OtherRow;
import callcentre.client.journal.JournalEntry;
import callcentre.client.journal.JournalPage;
import callcentre.client.json.Json;
import callcentre.domain.calls.Call;
import callcentre.domain.calls.CallEvidence;
import callcentre.domain.calls.CallId;
import callcentre.domain.calls.CallStatus;
import callcentre.domain.calls.Direction;
import callcentre.domain.calls.Match;
import callcentre.domain.calls.PartyKind;
import callcentre.domain.calls.WorkflowState;
import callcentre.domain.messages.Delivery;
import callcentre.domain.messages.Message;
import callcentre.domain.messages.MessageEvidence;
import callcentre.domain.people.Extension;
import callcentre.domain.phone.PhoneNumber;
import callcentre.domain.voicemails.Voicemail;
import callcentre.domain.voicemails.VoicemailEvidence;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Rows of the journal in the words of the domain. */
class JournalFactsTest {

  private static final Instant OBSERVED = Instant.parse("2026-09-14T20:00:00Z");
  private static final PhoneNumber OURS = PhoneNumber.parse("+12125550147");

  private final JournalFacts facts = new JournalFacts(OURS::equals);

  @Test
  void aCallOfTheSampleIsACall() {
    Call call = call(sample(3));

    assertThat(call.id()).isEqualTo(new CallId("a91c7d44-0e6b-4f38-b2d5-1c3e5f708192"));
    assertThat(call.journalId()).contains(new CallId("66e5b0f3c1a2d3e4f5061728"));
    assertThat(call.match()).isEqualTo(Match.EXACT);
    assertThat(call.direction()).isEqualTo(Direction.INCOMING);
    assertThat(call.status()).isEqualTo(CallStatus.CONNECTED);
    assertThat(call.from().value()).isEqualTo("+13475550123");
    assertThat(call.businessNumber()).contains(OURS);
    assertThat(call.agent().orElseThrow().extension()).isEqualTo(new Extension("101"));
    assertThat(call.connectedAt()).contains(Instant.parse("2026-09-14T16:20:15.844512Z"));
    assertThat(call.duration()).contains(Duration.ofSeconds(64));
    assertThat(call.comment()).contains("Asked for a new appointment");
    assertThat(call.workflow()).isEqualTo(WorkflowState.OPEN);
    assertThat(call.read()).isTrue();
    assertThat(call.hasRecording()).isTrue();
    assertThat(call.complete()).isFalse();
  }

  @Test
  void aVoicemailOfTheSampleIsACallAndAVoicemail() {
    CallRow row = (CallRow) read(sample(2));

    Voicemail voicemail = VoicemailEvidence.of(row.voicemail().orElseThrow()).view();
    Call call = CallEvidence.of(row.call()).view();

    assertThat(call.status()).isEqualTo(CallStatus.VOICEMAIL);
    assertThat(call.agent()).isEmpty();
    assertThat(call.connectedAt()).isEmpty();
    assertThat(voicemail.id().value()).isEqualTo("66e5c0a1c1a2d3e4f5061729");
    assertThat(voicemail.callId()).contains(call.id());
    assertThat(voicemail.duration()).contains(Duration.ofSeconds(27));
    assertThat(voicemail.transcription()).contains("Hi, please call me back.");
    assertThat(voicemail.assignedTo()).contains("Maria Lopez");
    assertThat(voicemail.extension()).contains(new Extension("101"));
    assertThat(voicemail.read()).isFalse();
    assertThat(voicemail.removed()).isFalse();
  }

  @Test
  void messagesOfTheSampleAreMessages() {
    Message picture = message(sample(0));
    Message text = message(sample(1));

    assertThat(picture.direction()).isEqualTo(Direction.OUTGOING);
    assertThat(picture.delivery()).isEqualTo(Delivery.SENT);
    assertThat(picture.attachments())
        .extracting(file -> file.fileName())
        .containsExactly("map.png");
    assertThat(picture.agent().orElseThrow().extension()).isEqualTo(new Extension("101"));
    assertThat(picture.workflow()).isEqualTo(WorkflowState.RESOLVED);
    assertThat(text.direction()).isEqualTo(Direction.INCOMING);
    assertThat(text.client().value()).isEqualTo("+13475550123");
    assertThat(text.text()).contains("Running ten minutes late");
    assertThat(text.agent()).isEmpty();
    assertThat(text.removed()).isFalse();
  }

  @Test
  void aGuidOfZerosLeavesTheJournalsIdAsTheCallsId() {
    Call call = call(row("\"requestGuid\":\"00000000-0000-0000-0000-000000000000\""));

    assertThat(call.id()).isEqualTo(new CallId("66e5b0f3c1a2d3e4f5061728"));
    assertThat(call.match()).isEqualTo(Match.NONE);
  }

  @ParameterizedTest
  @CsvSource({
    "inbound, INCOMING",
    "outbound, OUTGOING",
    "callback, CALLBACK",
    "undefined, UNKNOWN",
    "outCamp, UNKNOWN",
  })
  void directionsAreReadByAnExactTable(String origin, Direction direction) {
    assertThat(call(row("\"origin\":\"" + origin + "\"")).direction()).isEqualTo(direction);
  }

  @ParameterizedTest
  @CsvSource({
    "connected, CONNECTED",
    "missed, MISSED",
    "noAnswer, NO_ANSWER",
    "dropped, DROPPED",
    "voiceMail, VOICEMAIL",
    "scheduled, SCHEDULED",
    "notConnected, UNKNOWN",
  })
  void statesAreReadByAnExactTable(String state, CallStatus status) {
    assertThat(call(row("\"state\":\"" + state + "\"")).status()).isEqualTo(status);
  }

  @Test
  void aWishToBeCalledBackIsACallback() {
    assertThat(call(row("\"type\":\"callbackRequest\",\"origin\":\"inbound\"")).direction())
        .isEqualTo(Direction.CALLBACK);
  }

  @Test
  void colleaguesMakeAnInternalCall() {
    Call call =
        call(
            row(
                "\"origin\":\"internal\",\"state\":\"connected\",\"client\":{\"address\":\"102\"},"
                    + agent("callOwner", "101")));

    assertThat(call.direction()).isEqualTo(Direction.INTERNAL);
    assertThat(call.agent().orElseThrow().extension()).isEqualTo(new Extension("101"));
  }

  @Test
  void whoWasOnlyConsultedIsALegAndNotTheAgent() {
    Call call =
        call(
            row(
                "\"origin\":\"inbound\",\"state\":\"connected\","
                    + "\"client\":{\"address\":\"+13475550123\"},"
                    + agent("callOwner", "102")
                    + ",\"users\":[{\"agentRole\":\"callOwner\",\"extension\":\"102\"},"
                    + "{\"agentRole\":\"consultant\",\"extension\":\"103\"},"
                    + "{\"agentRole\":\"notDialed\",\"extension\":\"101\"}]"));

    assertThat(call.agent().orElseThrow().extension()).isEqualTo(new Extension("102"));
    assertThat(call.otherTalkers()).containsExactly(new Extension("103"));
    assertThat(call.legs()).hasSize(3);
  }

  @Test
  void whatAMissedCallWasRespondedToWithIsNoConnection() {
    assertThat(
            call(row("\"state\":\"missed\",\"respondedAt\":\"2026-09-14T17:00:00Z\""))
                .connectedAt())
        .isEmpty();
  }

  @Test
  void aWidgetIsNoNumber() {
    Call call =
        call(
            row(
                "\"origin\":\"callback\",\"client\":{\"type\":\"widget\","
                    + "\"address\":\"w-17\",\"widgetName\":\"Site\"}"));

    assertThat(call.client().orElseThrow().kind()).isEqualTo(PartyKind.WIDGET);
    assertThat(call.client().orElseThrow().value()).isEqualTo("Site");
  }

  @Test
  void aRemovedVoicemailStaysARowThatSaysSo() {
    CallRow row =
        (CallRow)
            read(
                row(
                    "\"state\":\"voiceMail\",\"voicemail\":{\"duration\":\"00:00:27\","
                        + "\"availability\":\"notAvailable\","
                        + "\"whenRemoved\":\"2026-09-15T00:00:00Z\"}"));

    assertThat(row.voicemail().orElseThrow().available()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"task", "messageThread", "service", "unspecified", "somethingNew"})
  void whatIsNoHistoryIsToldAndNotDropped(String type) {
    assertThat(read(row("\"type\":\"" + type + "\"")))
        .isInstanceOfSatisfying(OtherRow.class, other -> assertThat(other.reason()).contains(type));
  }

  @Test
  void aRowThatSaysNothingButItsTypeIsStillACall() {
    assertThat(call(row("\"x\":1")).status()).isEqualTo(CallStatus.UNKNOWN);
  }

  @Test
  void theSameRowIsTheSameFactWheneverItIsRead() {
    for (int i = 0; i < 4; i++) {
      assertThat(read(sample(i))).isEqualTo(read(sample(i)));
    }
  }

  private JournalReading read(JournalEntry entry) {
    return facts.read(entry, OBSERVED);
  }

  private Call call(JournalEntry entry) {
    return CallEvidence.of(((CallRow) read(entry)).call()).view();
  }

  private Message message(JournalEntry entry) {
    return MessageEvidence.of(((MessageRow) read(entry)).message()).view();
  }

  private static JournalEntry sample(int index) {
    JournalPage page =
        JournalPage.read(Json.requireObject(Samples.read("journal-requests-list-200")));
    return page.rows().read().get(index);
  }

  private static String agent(String role, String extension) {
    return "\"agent\":{\"agentRole\":\"%s\",\"name\":\"N\",\"extension\":\"%s\",\"type\":\"user\"}"
        .formatted(role, extension);
  }

  /** A call with these fields; the last of two that are alike counts. */
  private static JournalEntry row(String fields) {
    Optional<JournalEntry> read =
        Json.object(
                "{\"id\":\"66e5b0f3c1a2d3e4f5061728\",\"type\":\"call\","
                    + "\"created\":\"2026-09-14T16:20:03.07+00:00\",%s}".formatted(fields))
            .map(JournalEntry::read);
    return read.orElseThrow();
  }
}
