package callcentre.functions.callprojector;

import static callcentre.functions.callprojector.Sequences.call;
import static org.assertj.core.api.Assertions.assertThat;

import callcentre.cloud.Cloud;
import callcentre.cloud.CloudExtension;
import callcentre.cloud.faults.Fault;
import callcentre.domain.presence.PresenceState;
import callcentre.functions.callprojector.Sequences.Sequence;
import callcentre.storage.events.StoredEvent;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What events say of colleagues. */
@ExtendWith(CloudExtension.class)
class PresenceProjectionTest {

  private static final String CALL = call(1);

  private final ProjectorStage stage;

  PresenceProjectionTest(Cloud cloud) {
    stage = new ProjectorStage(cloud);
  }

  @Test
  void whoTalksIsOnACallUntilTheCallIsOver() {
    List<StoredEvent> events = Sequence.ANSWERED.of(CALL);
    stage.receive(events.subList(0, 3));
    assertThat(presenceAfter(60)).isEqualTo(PresenceState.ON_CALL);

    stage.receive(events.subList(3, events.size()));

    assertThat(presenceAfter(4)).isEqualTo(PresenceState.WRAP_UP);
    assertThat(presenceAfter(60)).isEqualTo(PresenceState.UNKNOWN);
  }

  @Test
  void anyOrderAndAnyRepetitionInBatchesOfOneAreTheSamePresence() {
    List<StoredEvent> events = new ArrayList<>(Sequence.ANSWERED.of(CALL));
    events.addAll(events.subList(0, 2));
    Collections.shuffle(events, new Random(11));

    events.forEach(stage::receive);

    assertThat(presenceAfter(2)).isEqualTo(PresenceState.ON_CALL);
    assertThat(presenceAfter(4)).isEqualTo(PresenceState.WRAP_UP);
    assertThat(presenceAfter(60)).isEqualTo(PresenceState.UNKNOWN);
  }

  @Test
  void aMissedCallLeavesNobodyOnACall() {
    stage.receive(Sequence.MISSED.of(CALL));

    for (int second = 0; second < 60; second++) {
      assertThat(presenceAfter(second)).isIn(PresenceState.RINGING, PresenceState.UNKNOWN);
    }
    assertThat(presenceAfter(60)).isEqualTo(PresenceState.UNKNOWN);
  }

  @Test
  void wherePresenceIsNotKeptTheBatchComesAgainAndTheRowIsThere() {
    stage.faults().next("dynamodb.TransactWriteItems", new Fault.AccessDenied());

    assertThat(stage.receive(Sequence.ANSWERED.of(CALL))).containsExactly("1");
    assertThat(stage.row(CALL).finished()).isTrue();

    assertThat(stage.project(Sequence.ANSWERED.of(CALL))).isEmpty();
    assertThat(presenceAfter(4)).isEqualTo(PresenceState.WRAP_UP);
  }

  private PresenceState presenceAfter(int seconds) {
    return stage.presence("101", Sequences.START.plusSeconds(seconds));
  }
}
