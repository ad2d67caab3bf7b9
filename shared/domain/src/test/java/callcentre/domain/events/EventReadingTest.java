package callcentre.domain.events;

import static org.assertj.core.api.Assertions.assertThat;

import callcentre.domain.events.EventReading.Parked;
import callcentre.domain.events.EventReading.Reason;
import callcentre.domain.events.EventReading.Understood;
import callcentre.domain.people.Extension;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class EventReadingTest {

  private static final String CALL = "a91c7d44-0e6b-4f38-b2d5-1c3e5f708192";
  private static final String AT = "2026-09-14T16:20:06.5140000Z";

  @Test
  void aDocumentedEventIsUnderstood() {
    assertThat(EventReading.of(notice("IncomingCallRinging", CALL, "101", AT)))
        .isEqualTo(
            new Understood(
                new CallEvent(
                    CALL,
                    new EventMark(
                        EventFamily.INCOMING, EventStep.RINGING, Optional.of(new Extension("101"))),
                    Instant.parse("2026-09-14T16:20:06.514Z"),
                    Optional.of("+13475550123"),
                    Optional.of("+12125550147"))));
  }

  @Test
  void whatIsNotUnderstoodIsParkedWithItsReason() {
    assertThat(EventReading.of(notice("MessageReceived", CALL, "", AT)))
        .isEqualTo(new Parked(Reason.UNKNOWN_TYPE));
    assertThat(EventReading.of(notice("IncomingCall", "", "", AT)))
        .isEqualTo(new Parked(Reason.NO_CALL_ID));
    assertThat(EventReading.of(notice("IncomingCall", CALL, "", "yesterday")))
        .isEqualTo(new Parked(Reason.NO_TIMESTAMP));
    assertThat(EventReading.of(notice("IncomingCallCompleted", CALL, "Sales", AT)))
        .isEqualTo(new Parked(Reason.UNREADABLE_EXTENSION));
  }

  @Test
  void aCallOfZerosIsNoCall() {
    assertThat(
            EventReading.of(
                notice("OutgoingCall", "00000000-0000-0000-0000-000000000000", "101", AT)))
        .isEqualTo(new Parked(Reason.NO_CALL_ID));
  }

  @Test
  void aTimeWithoutAnOffsetIsUtc() {
    assertThat(notice("IncomingCall", CALL, "", "2026-09-14T16:20:06.5140000").at())
        .contains(Instant.parse("2026-09-14T16:20:06.514Z"));
    assertThat(notice("IncomingCall", CALL, "", "2026-09-14").at()).isEmpty();
  }

  @Test
  void reasonsAreNamedInAnswers() {
    assertThat(Reason.ofWireName("unknown_type")).contains(Reason.UNKNOWN_TYPE);
    assertThat(Reason.ofWireName("unheard")).isEmpty();
  }

  private static EventNotice notice(String type, String call, String extension, String at) {
    return new EventNotice(
        type,
        Optional.of(call),
        Optional.of(extension),
        Optional.of(at),
        Optional.of("+13475550123"),
        Optional.of("+12125550147"));
  }
}
