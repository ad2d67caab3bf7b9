package callcentre.domain.messages.sending;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class SendStateTest {

  @Property
  void aMessageHasNeverMoreThanOneRequestThatMayHaveBeenAccepted(
      @ForAll @Size(max = 40) List<SendEvent> events) {
    SendState state = SendState.QUEUED;
    int uncertain = 0;
    for (SendEvent event : events) {
      Optional<SendState> next = state.after(event);
      if (next.isPresent()) {
        uncertain += event == SendEvent.CLAIM ? 1 : 0;
        uncertain -= event == SendEvent.RELEASE ? 1 : 0;
        state = next.get();
      }
      assertThat(uncertain).as("%s after %s", state, events).isBetween(0, 1);
    }
  }

  @Property
  void whatIsFinalStaysAsItIs(@ForAll SendState state, @ForAll SendEvent event) {
    if (state.isFinal()) {
      assertThat(state.after(event)).isEmpty();
    }
  }

  @Test
  void onlyAQueuedMessageIsClaimed() {
    List<SendState> claimable = new ArrayList<>();
    for (SendState state : SendState.values()) {
      state.after(SendEvent.CLAIM).ifPresent(next -> claimable.add(state));
    }
    assertThat(claimable).containsExactly(SendState.QUEUED);
  }

  @Test
  void anUnknownMessageIsNeverSentAgain() {
    for (SendEvent event : SendEvent.values()) {
      SendState.UNKNOWN
          .after(event)
          .ifPresent(next -> assertThat(next).isIn(Set.of(SendState.SENT, SendState.FAILED)));
    }
  }

  @Test
  void onlyWhatWaitsCanBeCanceled() {
    assertThat(SendState.QUEUED.after(SendEvent.CANCEL)).contains(SendState.CANCELED);
    assertThat(SendState.SCHEDULED.after(SendEvent.CANCEL)).contains(SendState.CANCELED);
    assertThat(SendState.SENDING.after(SendEvent.CANCEL)).isEmpty();
    assertThat(SendState.UNKNOWN.after(SendEvent.CANCEL)).isEmpty();
  }

  @Test
  void namesAreThoseOfTheContract() {
    assertThat(List.of(SendState.values()).stream().map(SendState::wireName))
        .containsExactlyInAnyOrder(
            "queued", "scheduled", "sending", "sent", "failed", "unknown", "received", "canceled");
    assertThat(SendState.ofWireName("canceled")).contains(SendState.CANCELED);
    assertThat(SendState.ofWireName("cancelled")).isEmpty();
  }
}
