package callcentre.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import callcentre.client.error.ErrorKind;
import callcentre.client.error.MightyCallException;
import callcentre.client.journal.JournalApi;
import callcentre.client.journal.JournalEntry;
import callcentre.client.journal.JournalFlag;
import callcentre.client.journal.JournalWorkflow;
import callcentre.client.journal.MessageDeletion;
import callcentre.client.journal.MmsArchive;
import callcentre.cloud.Cloud;
import callcentre.cloud.CloudExtension;
import callcentre.domain.phone.PhoneNumber;
import callcentre.simulator.faults.Fault;
import callcentre.simulator.faults.FaultKind;
import callcentre.simulator.faults.FaultMatch;
import callcentre.simulator.history.CallDraft;
import callcentre.simulator.history.MessageDraft;
import callcentre.simulator.history.TextMessage;
import callcentre.simulator.settings.MmsAnswer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Changing the journal: plain bodies, ids in the query, nothing sent twice. */
@ExtendWith(CloudExtension.class)
class JournalWritesTest {

  private static final Instant AT = Instant.parse("2026-09-14T12:00:00Z");
  private static final String UNKNOWN = "66e5d111c1a2d3e4f5061fff";
  private static final String REQUESTS = "/v4/api/journal/requests";

  private final ClientHarness harness;
  private final MightyCallClient client;
  private final JournalApi journal;

  JournalWritesTest(Cloud cloud) {
    harness = new ClientHarness(cloud);
    client = harness.process().account();
    journal = client.journal();
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
  void aCommentIsWrittenAsItIsAndRemoved() {
    String id = call();
    String comment = "Ünïcode + \"quotes\" & {\"json\":1}\nsecond line";

    journal.setComment(id, comment, harness.context());
    assertThat(row(id).comment()).contains(comment);

    journal.removeComment(id, harness.context());
    assertThat(row(id).comment()).isEmpty();
  }

  @Test
  void aBlankCommentIsNoComment() {
    assertThatThrownBy(() -> journal.setComment(call(), " ", harness.context()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void workflowStatesAreSetOnSeveralRows() {
    List<String> ids = List.of(call(), call());

    journal.setWorkflow(ids, JournalWorkflow.RESOLVED, harness.context());
    assertThat(ids).allMatch(id -> row(id).workflow().orElseThrow().is(JournalWorkflow.RESOLVED));

    journal.setWorkflow(ids, JournalWorkflow.OPEN, harness.context());
    assertThat(ids).allMatch(id -> row(id).workflow().orElseThrow().is(JournalWorkflow.OPEN));
  }

  @ParameterizedTest
  @EnumSource(names = {"FINISHED", "ALL"})
  void aStateThatCannotBeSetIsNeverSent(JournalWorkflow state) {
    assertThatThrownBy(() -> journal.setWorkflow(List.of(UNKNOWN), state, harness.context()))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(harness.simulator().requests().total()).isZero();
  }

  @Test
  void flagsArePutOnAndTakenOff() {
    String id = call();
    List<JournalFlag> flags = List.of(JournalFlag.IS_READ, JournalFlag.FAVORITE);

    journal.addFlags(flags, List.of(id), harness.context());
    assertThat(row(id).read()).contains(true);
    assertThat(row(id).favorite()).contains(true);

    journal.removeFlags(flags, List.of(id), harness.context());
    assertThat(row(id).read()).contains(false);
    assertThat(row(id).favorite()).contains(false);
  }

  @Test
  void aMessageIsDeletedAndRestoredAndUnknownOnesAreNamed() {
    String id = harness.simulator().add(MessageDraft.at(AT)).requestId();

    MessageDeletion deletion = journal.deleteMessages(List.of(id, UNKNOWN), harness.context());

    assertThat(deletion).isEqualTo(new MessageDeletion(List.of(id), List.of(UNKNOWN)));
    journal.restoreMessage(id, harness.context());
    assertThat(row(id).text()).contains("Hello");
  }

  @Test
  void aVoicemailIsDeletedAndItsRowStays() {
    String id =
        harness
            .simulator()
            .add(CallDraft.at(AT).leaving(null, Duration.ofSeconds(27), "Call me.", "101"))
            .requestId();

    journal.deleteVoicemails(List.of(id), true, harness.context());

    assertThat(row(id).id()).isEqualTo(id);
    assertThat(harness.simulator().requests().records())
        .anyMatch(request -> request.query().endsWith("&removeText=true"));
  }

  @ParameterizedTest
  @EnumSource
  void theFilesOfAMmsComeHoweverTheProviderPacksThem(MmsAnswer packing) throws IOException {
    harness.simulator().change(s -> s.withHistory(s.history().withMmsAnswer(packing)));
    String id =
        harness
            .simulator()
            .add(
                MessageDraft.at(AT)
                    .sentBy("101")
                    .attach(new TextMessage.Attachment("map.png", 48_213, true)))
            .requestId();

    Optional<ByteBuffer> zip = journal.mmsAttachments(id, harness.context()).map(MmsArchive::zip);

    if (packing == MmsAnswer.JSON) {
      assertThat(zip).isEmpty();
    } else {
      assertThat(files(zip.orElseThrow())).containsExactly(Map.entry("map.png", 48_213L));
    }
  }

  @Test
  void filesThatAreNeitherZipNorJsonAreAnError() {
    answer("GET", REQUESTS + "/" + UNKNOWN + "/mmsAttachments", 200, "<html></html>");

    MightyCallException failed =
        catchThrowableOfType(
            MightyCallException.class, () -> journal.mmsAttachments(UNKNOWN, harness.context()));

    assertThat(failed.kind()).isEqualTo(ErrorKind.UNEXPECTED_ANSWER);
  }

  @Test
  void aWriteToAnUnknownRowSaysSo() {
    assertThat(
            List.of(
                failure(() -> journal.setComment(UNKNOWN, "x", harness.context())),
                failure(() -> journal.removeComment(UNKNOWN, harness.context())),
                failure(
                    () ->
                        journal.setWorkflow(
                            List.of(UNKNOWN), JournalWorkflow.OPEN, harness.context())),
                failure(
                    () ->
                        journal.addFlags(
                            List.of(JournalFlag.IS_READ), List.of(UNKNOWN), harness.context()))))
        .extracting(MightyCallException::kind)
        .containsOnly(ErrorKind.NOT_FOUND);
  }

  @Test
  void aRefusedStateIsNotMistakenForAnUnknownRowAlthoughTheProviderSays404() {
    answer("PUT", REQUESTS + "/wfstate", 404, Samples.read("journal-wfstate-404-invalid"));

    assertThat(
            failure(
                    () ->
                        journal.setWorkflow(
                            List.of(UNKNOWN), JournalWorkflow.OPEN, harness.context()))
                .kind())
        .isEqualTo(ErrorKind.INVALID);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "xxxx", "a91c7d44-0e6b-4f38-b2d5-1c3e5f708192", "66e5,66e5"})
  void whatIsNoJournalIdIsNeverSent(String id) {
    assertThatThrownBy(() -> journal.removeComment(id, harness.context()))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> journal.deleteMessages(List.of(), harness.context()))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(harness.simulator().requests().total()).isZero();
  }

  @ParameterizedTest
  @EnumSource(names = {"DROP", "DROP_AFTER", "ERROR_AFTER"})
  void aWriteIsNeverRepeatedByItself(FaultKind kind) {
    String id = call();
    String path = REQUESTS + "/" + id + "/comment";
    harness.simulator().add(Fault.of(kind, FaultMatch.at("POST", path)));

    assertThat(failure(() -> journal.setComment(id, "x", harness.context())).kind())
        .isEqualTo(ErrorKind.UNAVAILABLE);
    assertThat(
            harness.simulator().requests().records().stream()
                .filter(request -> request.path().equals(path)))
        .hasSize(1);
  }

  @Test
  void callersAreBlockedWithTheirPlus() {
    PhoneNumber caller = PhoneNumber.parse("+13475550123");
    long before = client.blocklist().available(harness.context());

    client.blocklist().add(caller, false, harness.context());
    assertThat(client.blocklist().available(harness.context())).isEqualTo(before - 1);

    client.blocklist().remove(caller, harness.context());
    assertThat(client.blocklist().available(harness.context())).isEqualTo(before);
    assertThat(client.blocklist().vipAvailable(harness.context())).isNotNegative();
  }

  private static Map<String, Long> files(ByteBuffer zip) throws IOException {
    byte[] bytes = new byte[zip.remaining()];
    zip.duplicate().get(bytes);
    Map<String, Long> sizes = new TreeMap<>();
    try (ZipInputStream files = new ZipInputStream(new ByteArrayInputStream(bytes))) {
      for (ZipEntry file = files.getNextEntry(); file != null; file = files.getNextEntry()) {
        sizes.put(file.getName(), (long) files.readAllBytes().length);
      }
    }
    return sizes;
  }

  private static MightyCallException failure(ThrowingCallable write) {
    return catchThrowableOfType(MightyCallException.class, write);
  }

  private String call() {
    return harness.simulator().add(CallDraft.at(AT)).requestId();
  }

  private JournalEntry row(String id) {
    return journal.find(id, harness.context()).orElseThrow();
  }

  private void answer(String method, String path, int status, String body) {
    harness
        .simulator()
        .add(Fault.status(status, FaultMatch.at(method, path).times(1)).withBody(body));
  }
}
