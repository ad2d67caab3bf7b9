package callcentre.client;

import static org.assertj.core.api.Assertions.assertThat;

import callcentre.client.journal.AgentRole;
import callcentre.client.journal.ClientType;
import callcentre.client.journal.JournalAgent;
import callcentre.client.journal.JournalEntry;
import callcentre.client.journal.JournalFilter;
import callcentre.client.journal.JournalOrigin;
import callcentre.client.journal.JournalPage;
import callcentre.client.journal.JournalQuery;
import callcentre.client.journal.JournalState;
import callcentre.client.journal.JournalType;
import callcentre.client.journal.JournalVoicemail;
import callcentre.client.journal.JournalWorkflow;
import callcentre.client.journal.MessageDelivery;
import callcentre.cloud.Cloud;
import callcentre.cloud.CloudExtension;
import callcentre.simulator.faults.Fault;
import callcentre.simulator.faults.FaultMatch;
import callcentre.simulator.history.CallDraft;
import callcentre.simulator.history.PhoneCall;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Reading the journal: in the words of the reference's samples, and as the simulator serves it. */
@ExtendWith(CloudExtension.class)
class JournalFamilyTest {

  private static final String REQUESTS = "/v4/api/journal/requests";
  private static final Instant START = Instant.parse("2026-09-14T00:00:00Z");
  private static final JournalFilter WINDOW =
      JournalFilter.window(START, Instant.parse("2026-09-15T00:00:00Z"));
  private static final JournalQuery DAY = JournalQuery.of(WINDOW, 100);
  private static final String UNKNOWN = "66e5d111c1a2d3e4f5061fff";

  private final ClientHarness harness;
  private final MightyCallClient client;

  JournalFamilyTest(Cloud cloud) {
    harness = new ClientHarness(cloud);
    client = harness.process().account();
  }

  @BeforeEach
  void setTheClock() {
    harness.simulator().clock().setNow(Instant.parse("2026-09-20T00:00:00Z"));
  }

  @AfterEach
  void stop() {
    harness.close();
  }

  @Test
  void aCallsFieldsAreRead() {
    answer(REQUESTS, 200, Samples.read("journal-requests-list-200"));

    JournalPage page = client.journal().list(DAY, harness.context());

    assertThat(page.rows().unreadable()).isEmpty();
    JournalEntry call = page.rows().read().getLast();
    assertThat(call.id()).isEqualTo("66e5b0f3c1a2d3e4f5061728");
    assertThat(call.requestGuid()).contains("a91c7d44-0e6b-4f38-b2d5-1c3e5f708192");
    assertThat(call.is(JournalType.CALL)).isTrue();
    assertThat(call.is(JournalState.CONNECTED)).isTrue();
    assertThat(call.origin().orElseThrow().is(JournalOrigin.INBOUND)).isTrue();
    assertThat(call.created()).isEqualTo(Instant.parse("2026-09-14T16:20:03.070Z"));
    assertThat(call.respondedAt()).contains(Instant.parse("2026-09-14T16:20:15.844512Z"));
    assertThat(call.client().orElseThrow().address()).contains("+13475550123");
    assertThat(call.client().orElseThrow().type().orElseThrow().is(ClientType.PHONE_NUMBER))
        .isTrue();
    assertThat(call.businessNumber().orElseThrow().number()).contains("+12125550147");
    JournalAgent agent = call.agent().orElseThrow();
    assertThat(agent.extension()).contains("101");
    assertThat(agent.agentRole().orElseThrow().is(AgentRole.CALL_OWNER)).isTrue();
    assertThat(call.comment()).contains("Asked for a new appointment");
    assertThat(call.tags()).containsExactly("VIP");
    assertThat(call.duration()).contains(Duration.ofSeconds(64));
    assertThat(call.recording().orElseThrow().isRecorded()).isTrue();
    assertThat(call.recording().orElseThrow().toString()).doesNotContain("recording-link");
    assertThat(call.read()).contains(true);
    assertThat(call.workflow().orElseThrow().is(JournalWorkflow.OPEN)).isTrue();
  }

  @Test
  void aVoicemailsFieldsAreRead() {
    answer(REQUESTS, 200, Samples.read("journal-requests-list-200"));

    JournalEntry row = client.journal().list(DAY, harness.context()).rows().read().get(2);

    assertThat(row.is(JournalState.VOICE_MAIL)).isTrue();
    JournalVoicemail voicemail = row.voicemail().orElseThrow();
    assertThat(voicemail.duration()).contains(Duration.ofSeconds(27));
    assertThat(voicemail.text()).contains("Hi, please call me back.");
    assertThat(voicemail.assignee().orElseThrow().name()).contains("Maria Lopez");
    assertThat(voicemail.recording().orElseThrow().link()).isPresent();
    assertThat(voicemail.removedAt()).isEmpty();
  }

  @Test
  void aMessagesFieldsAreRead() {
    answer(REQUESTS, 200, Samples.read("journal-requests-list-200"));

    JournalEntry picture = client.journal().list(DAY, harness.context()).rows().read().getFirst();

    assertThat(picture.is(JournalType.MESSAGE)).isTrue();
    assertThat(picture.text()).contains("Here is the map");
    assertThat(picture.delivery().orElseThrow().is(MessageDelivery.SENT)).isTrue();
    assertThat(picture.attachments()).hasSize(1);
    assertThat(picture.attachments().getFirst().sizeBytes()).contains(48_213L);
    assertThat(picture.attachments().getFirst().toString()).doesNotContain("https");
  }

  @Test
  void aWrappedListIsReadAsWell() {
    call(0);
    harness.simulator().change(s -> s.withHistory(s.history().withWrappedJournal(true)));

    assertThat(client.journal().list(DAY, harness.context()).rows().read()).hasSize(1);
  }

  @Test
  void aGuidOfZerosIsNone() {
    call(0);
    harness.simulator().change(s -> s.withHistory(s.history().withZeroGuidShare(1)));

    assertThat(client.journal().list(DAY, harness.context()).rows().read().getFirst().requestGuid())
        .isEmpty();
  }

  @Test
  void oneRowThatCannotBeReadIsToldAndTheOthersAreRead() {
    String good =
        "{\"id\":\"66e5b0f3c1a2d3e4f5061728\",\"type\":\"call\","
            + "\"created\":\"2026-09-14T16:20:03Z\",\"duration\":\"1.02:03:04.5\"}";
    answer(
        REQUESTS,
        200,
        "{\"currentPage\":1,\"requests\":["
            + String.join(
                ",",
                good,
                good.replace("1.02:03:04.5", "64"),
                good.replace("66e5b0f3c1a2d3e4f5061728", "xxxx"),
                good.replace("created", "made"),
                "null")
            + "]}");

    JournalPage page = client.journal().list(DAY, harness.context());

    assertThat(page.rows().read())
        .extracting(JournalEntry::duration)
        .containsExactly(
            Optional.of(
                Duration.ofDays(1).plusHours(2).plusMinutes(3).plusSeconds(4).plusMillis(500)));
    assertThat(page.rows().unreadable())
        .extracting(row -> row.reason())
        .containsExactly(
            "'duration' is no hh:mm:ss", "no journal id 'id'", "no time 'created'", "no object");
  }

  @Test
  void allPagesTogetherHoldEveryRowOnceAndTheCountSaysHowMany() {
    for (int i = 0; i < 5; i++) {
      call(i);
    }
    List<JournalEntry> rows = new ArrayList<>();
    int pages = 0;

    Optional<JournalQuery> next = Optional.of(JournalQuery.of(WINDOW, 2));
    while (next.isPresent()) {
      JournalPage page = client.journal().list(next.get(), harness.context());
      rows.addAll(page.rows().read());
      next = next.get().next(page);
      pages++;
    }

    assertThat(pages).isEqualTo(3);
    assertThat(rows).extracting(JournalEntry::id).hasSize(5).doesNotHaveDuplicates();
    assertThat(client.journal().count(WINDOW, harness.context()).records()).isEqualTo(5);
  }

  @Test
  void oneRowIsFoundWithTheUsersWhoTookPart() {
    PhoneCall call = call(0);

    JournalEntry row = client.journal().find(call.requestId(), harness.context()).orElseThrow();

    assertThat(row.requestGuid()).contains(call.guid());
    assertThat(row.users()).isNotEmpty();
  }

  @Test
  void anUnknownRowIsEmptyAndWhatIsNoIdCostsNoRequest() {
    assertThat(client.journal().find(UNKNOWN, harness.context())).isEmpty();
    long sent = harness.simulator().requests().total();

    assertThat(client.journal().find("xxxx", harness.context())).isEmpty();
    assertThat(harness.simulator().requests().total()).isEqualTo(sent);
  }

  private PhoneCall call(int minute) {
    return harness.simulator().add(CallDraft.at(START.plusSeconds(3600 + 60L * minute)));
  }

  private void answer(String path, int status, String body) {
    harness
        .simulator()
        .add(Fault.status(status, FaultMatch.at("GET", path).times(1)).withBody(body));
  }
}
