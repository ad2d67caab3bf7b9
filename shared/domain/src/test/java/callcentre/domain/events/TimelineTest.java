package callcentre.domain.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TimelineTest {

  private static final EventNotice STARTED = notice("IncomingCall", "", 3);
  private static final EventNotice RINGING = notice("IncomingCallRinging", "101", 3);
  private static final EventNotice CONNECTED = notice("IncomingCallConnected", "101", 9);
  private static final EventNotice UNKNOWN = notice("IncomingCallWhispered", "101", 9);

  @Test
  void showsEveryEventOnceInOrderOfTime() {
    assertThat(Timeline.of(List.of(CONNECTED, RINGING, UNKNOWN, STARTED, RINGING)))
        .extracting(TimelineEntry::event)
        .containsExactly(
            "IncomingCall",
            "IncomingCallRinging",
            "IncomingCallConnected",
            "IncomingCallWhispered");
  }

  @Test
  void whatHasNoTimeHasNoPlaceOnIt() {
    EventNotice timeless =
        new EventNotice(
            "IncomingCall",
            STARTED.callId(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());

    assertThat(Timeline.of(List.of(timeless, CONNECTED)))
        .extracting(TimelineEntry::extension)
        .containsExactly(Optional.of("101"));
  }

  private static EventNotice notice(String type, String extension, int second) {
    return new EventNotice(
        type,
        Optional.of("a91c7d44-0e6b-4f38-b2d5-1c3e5f708192"),
        Optional.of(extension),
        Optional.of("2026-09-14T16:20:0" + second + ".5140000Z"),
        Optional.empty(),
        Optional.empty());
  }
}
