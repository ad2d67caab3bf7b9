package callcentre.functions.smssender;

import static org.assertj.core.api.Assertions.assertThat;

import callcentre.cloud.Cloud;
import callcentre.cloud.CloudExtension;
import callcentre.domain.messages.Message;
import callcentre.domain.messages.sending.Attempt;
import callcentre.domain.messages.sending.OutgoingId;
import callcentre.domain.messages.sending.OutgoingMessage;
import callcentre.domain.messages.sending.SendError;
import callcentre.domain.messages.sending.SendState;
import callcentre.simulator.faults.Fault;
import callcentre.simulator.faults.FaultKind;
import callcentre.simulator.faults.FaultMatch;
import callcentre.simulator.history.MessageDraft;
import callcentre.simulator.history.TextMessage;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A message of ours and the journal's record of it are one row of the log. */
@Tag("cloud")
@ExtendWith(CloudExtension.class)
class JournalRecordsTest {

  private static final FaultMatch SEND = FaultMatch.at("POST", "/v4/api/messages/send");

  private final SmsStage stage;

  JournalRecordsTest(Cloud cloud) {
    stage = new SmsStage(cloud);
  }

  @AfterEach
  void stop() {
    stage.close();
  }

  @Test
  void aSentMessageIsOnceInTheLogAlthoughTheJournalTellsOfItToo() {
    OutgoingId id = stage.sendLater("Once");
    stage.deliverAll();
    pull();

    assertThat(record(id).sentAs()).contains(id);
    assertThat(stage.journalPull().records()).hasSize(1);
  }

  @Test
  void ofTwoAlikeEachHasARecordOfItsOwn() {
    OutgoingId one = stage.sendLater("Alike");
    stage.deliverAll();
    OutgoingId two = stage.sendLater("Alike");
    stage.deliverAll();
    pull();

    assertThat(record(one).id()).isNotEqualTo(record(two).id());
    assertThat(stage.journalPull().records()).allMatch(row -> row.sentAs().isPresent());
  }

  @Test
  void whatSomebodySentElsewhereIsARowOfItsOwn() {
    OutgoingId id = stage.sendLater("Alike");
    stage.deliverAll();
    stage.simulator.add(elsewhere("Alike", 60));
    stage.simulator.add(elsewhere("Other words", 60));
    pull();

    assertThat(record(id).sentAs()).contains(id);
    assertThat(stage.journalPull().records().stream().filter(row -> row.sentAs().isEmpty()))
        .hasSize(2);
  }

  @Test
  void anUnknownMessageIsSettledByThePullThatShowsIt() {
    stage.simulator.add(Fault.of(FaultKind.ERROR_AFTER, SEND.times(1)));
    OutgoingId id = stage.sendLater("Perhaps");
    stage.deliverAll();
    assertThat(stage.row(id).state()).isEqualTo(SendState.UNKNOWN);
    pull();

    assertThat(stage.row(id).state()).isEqualTo(SendState.SENT);
    assertThat(record(id).sentAs()).contains(id);
  }

  @Test
  void whatTheJournalShowsAsNotSentFailedAlthoughItWasAccepted() {
    OutgoingId id = acceptedUnheard("Undelivered");
    stage.simulator.add(elsewhere("Undelivered", 2).delivery(TextMessage.Delivery.NOT_SENT));
    pull();

    assertThat(stage.row(id).state()).isEqualTo(SendState.FAILED);
    assertThat(stage.row(id).error().map(SendError::code)).contains("not_delivered");
    assertThat(record(id).sentAs()).contains(id);
  }

  @Test
  void aRecordThatWasFoundAndNotMarkedYetIsMarkedByTheNextPull() {
    OutgoingId id = stage.sendLater("Half done");
    stage.deliverAll();
    stage.advance(Duration.ofMinutes(4));
    stage.journalPull().store();
    var row = stage.messages.find(id).orElseThrow();
    stage.messages.write(
        row,
        row.value()
            .recordedAs(stage.journalPull().records().getFirst().id().value(), SmsStage.START));

    stage.journalPull().sync();

    assertThat(record(id).sentAs()).contains(id);
  }

  @Test
  void aPullWithoutNewsCostsOneReadMoreForThirtyThreeMessages() {
    for (int n = 0; n < 5; n++) {
      stage.sendLater("message " + n);
    }
    stage.deliverAll();
    pull();
    stage.requests.reset();

    stage.journalPull().sync();

    assertThat(stage.requests.counts()).isEqualTo(Map.of("dynamodb.BatchGetItem", 1));
  }

  @Test
  void aRecordThatIsFoundCostsNineRequestsOnce() {
    stage.sendLater("Once");
    stage.deliverAll();
    stage.advance(Duration.ofMinutes(4));
    stage.requests.reset();

    stage.journalPull().sync();

    assertThat(stage.requests.counts())
        .isEqualTo(
            Map.of(
                "dynamodb.BatchGetItem", 5,
                "dynamodb.Query", 1,
                "dynamodb.PutItem", 2,
                "dynamodb.UpdateItem", 1));
  }

  @Test
  void aPullWithoutTimeForAllLeavesTheRestToTheNext() {
    sendThree();
    AtomicInteger groups = new AtomicInteger();

    boolean all = stage.journalPull().sync(() -> groups.incrementAndGet() <= 2);

    assertThat(all).isFalse();
    assertThat(recorded()).isEqualTo(2);
    assertThat(stage.journalPull().sync(() -> true)).isTrue();
    assertThat(recorded()).isEqualTo(3);
  }

  @Test
  void aGroupThatCannotBeComparedHoldsUpNoOther() {
    sendThree();
    stage.faults.next("dynamodb.Query", new callcentre.cloud.faults.Fault.AccessDenied());

    assertThat(stage.journalPull().sync(() -> true)).isTrue();

    assertThat(recorded()).isEqualTo(2);
    stage.journalPull().sync();
    assertThat(recorded()).isEqualTo(3);
  }

  private void sendThree() {
    for (int n = 0; n < 3; n++) {
      stage.sendLater("one of three, " + n);
    }
    stage.deliverAll();
    stage.advance(Duration.ofMinutes(4));
  }

  private long recorded() {
    return stage.journalPull().records().stream().filter(row -> row.sentAs().isPresent()).count();
  }

  /** A message that the provider took and of which its history knows nothing yet. */
  private OutgoingId acceptedUnheard(String text) {
    OutgoingId id = stage.sendLater(text);
    stage.receive();
    var row = stage.messages.find(id).orElseThrow();
    OutgoingMessage claimed = row.value().claimed(new Attempt("a", SmsStage.START));
    stage.messages.write(
        stage.messages.write(row, claimed), claimed.accepted(Optional.empty(), SmsStage.START));
    return id;
  }

  private static MessageDraft elsewhere(String text, int second) {
    return MessageDraft.at(SmsStage.START.plusSeconds(second))
        .number(SmsStage.OURS.e164())
        .client(SmsStage.CLIENT.e164(), null)
        .sentBy("101")
        .text(text);
  }

  private void pull() {
    stage.advance(Duration.ofMinutes(4));
    stage.journalPull().sync();
    stage.journalPull().sync();
  }

  private Message record(OutgoingId id) {
    String record = stage.row(id).journalId().orElseThrow();
    List<Message> found =
        stage.journalPull().records().stream()
            .filter(row -> row.id().value().equals(record))
            .toList();
    assertThat(found).hasSize(1);
    return found.getFirst();
  }
}
