package callcentre.functions.smssender;

import static callcentre.functions.smssender.SmsStage.CLIENT;
import static org.assertj.core.api.Assertions.assertThat;

import callcentre.cloud.Cloud;
import callcentre.cloud.CloudExtension;
import callcentre.domain.messages.sending.MessageBatch;
import callcentre.domain.messages.sending.OutgoingId;
import callcentre.domain.messages.sending.SendError;
import callcentre.domain.messages.sending.SendState;
import callcentre.simulator.faults.Fault;
import callcentre.simulator.faults.FaultKind;
import callcentre.simulator.faults.FaultMatch;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What the dispatcher does about messages that wait, are lost, or of which nobody knows. */
@Tag("cloud")
@ExtendWith(CloudExtension.class)
class SettlingTest {

  private static final FaultMatch SEND = FaultMatch.at("POST", "/v4/api/messages/send");

  private final SmsStage stage;

  SettlingTest(Cloud cloud) {
    stage = new SmsStage(cloud);
  }

  @AfterEach
  void stop() {
    stage.close();
  }

  @Test
  void anUnknownMessageThatTheJournalShowsWasSent() {
    stage.simulator.add(Fault.of(FaultKind.ERROR_AFTER, SEND.times(1)));
    OutgoingId id = stage.sendLater("Perhaps");
    stage.deliverAll();
    stage.advance(Duration.ofMinutes(6));
    stage.journalPull().store();

    stage.dispatch();

    assertThat(stage.row(id).state()).isEqualTo(SendState.SENT);
    assertThat(stage.simulator.sends().records()).hasSize(1);
  }

  @Test
  void ofTwoAlikeAndOneRowOfTheJournalNobodyKnowsWhichAndTheCountsAreShown() {
    stage.simulator.add(Fault.of(FaultKind.ERROR_AFTER, SEND.times(1)));
    stage.simulator.add(Fault.of(FaultKind.DROP, SEND.times(1)));
    OutgoingId one = stage.sendLater("Alike");
    stage.deliverAll();
    OutgoingId two = stage.sendLater("Alike");
    stage.deliverAll();
    stage.advance(Duration.ofMinutes(6));
    stage.journalPull().store();

    stage.dispatch();

    for (OutgoingId id : List.of(one, two)) {
      assertThat(stage.row(id).state()).isEqualTo(SendState.UNKNOWN);
      assertThat(stage.row(id).error().map(SendError::reason).orElseThrow())
          .contains("0 were accepted", "2 are unknown", "the journal shows 1");
    }
  }

  @Test
  void anUnknownOneBesideAnAcceptedOneNeedsARowOfItsOwn() {
    stage.sendLater("Alike");
    stage.deliverAll();
    stage.simulator.add(Fault.of(FaultKind.DROP, SEND.times(1)));
    OutgoingId lost = stage.sendLater("Alike");
    stage.deliverAll();
    stage.advance(Duration.ofMinutes(6));
    stage.journalPull().store();

    stage.dispatch();

    assertThat(stage.row(lost).state()).isEqualTo(SendState.UNKNOWN);
  }

  @Test
  void groupsOnBothSidesOfAnEdgeAreSettledTogether() {
    stage.simulator.clock().setNow(SmsStage.START.plus(Duration.ofMinutes(9)));
    stage.simulator.add(Fault.of(FaultKind.DROP, SEND.times(1)));
    OutgoingId lost = stage.sendLater("Edge");
    stage.deliverAll();
    stage.advance(Duration.ofMinutes(2));
    stage.sendLater("Edge");
    stage.deliverAll();
    stage.advance(Duration.ofMinutes(6));
    stage.journalPull().store();

    stage.dispatch();

    assertThat(stage.row(lost).state()).isEqualTo(SendState.UNKNOWN);
  }

  @Test
  void theJournalMayBeLate() {
    stage.simulator.change(s -> s.withHistory(s.history().withJournalDelaySeconds(1_800)));
    stage.simulator.add(Fault.of(FaultKind.ERROR_AFTER, SEND.times(1)));
    OutgoingId id = stage.sendLater("Late");
    stage.deliverAll();
    stage.advance(Duration.ofMinutes(6));
    stage.journalPull().store();
    stage.dispatch();
    assertThat(stage.row(id).state()).isEqualTo(SendState.UNKNOWN);

    stage.advance(Duration.ofMinutes(60));
    stage.journalPull().store();
    stage.dispatch();

    assertThat(stage.row(id).state()).isEqualTo(SendState.SENT);
  }

  @Test
  void aBatchThatNobodySpreadIsSpreadOnce() {
    MessageBatch batch = stage.accept(stage.batch("Left behind", List.of(), CLIENT));
    assertThat(stage.dispatch()).startsWith("0 batches");

    stage.advance(Duration.ofMinutes(2));
    assertThat(stage.dispatch()).startsWith("1 batches");
    stage.deliverAll();
    stage.outbox().spread(batch);
    stage.deliverAll();

    assertThat(stage.row(new OutgoingId(batch.id(), 0)).state()).isEqualTo(SendState.SENT);
    assertThat(stage.simulator.sends().records()).hasSize(1);
  }

  @Test
  void aMessageThatTheQueueLostIsQueuedAgain() {
    OutgoingId id = stage.sendLater("Lost");
    stage.receive();
    stage.advance(Duration.ofMinutes(16));

    stage.dispatch();
    stage.deliverAll();

    assertThat(stage.row(id).state()).isEqualTo(SendState.SENT);
  }

  @Test
  void aClaimWhoseSenderDiedIsUnknownWhenItsTimeIsOver() {
    OutgoingId id = stage.sendLater("Dead");
    stage.deaths.at(Deaths.Point.AFTER_THE_CLAIM);
    try {
      stage.deliverAll();
    } catch (Deaths.Death dead) {
      stage.restartSender();
    }
    assertThat(stage.row(id).state()).isEqualTo(SendState.SENDING);
    stage.advance(Duration.ofMinutes(2));
    stage.dispatch();
    assertThat(stage.row(id).state()).isEqualTo(SendState.SENDING);

    stage.advance(Duration.ofMinutes(2));
    stage.dispatch();

    assertThat(stage.row(id).state()).isEqualTo(SendState.UNKNOWN);
    assertThat(stage.simulator.sends().records()).isEmpty();
  }

  @Test
  void aRunWithNothingToDoCostsOneQueryForEachShard() {
    assertThat(stage.dispatch())
        .isEqualTo(
            "0 batches spread, 0 messages queued, 0 claims given up, 0 messages settled, 0 still"
                + " unknown, 0 steps failed");
  }
}
