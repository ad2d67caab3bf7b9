package callcentre.domain.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class EventIdentityTest {

  private static final String CALL = "3f0d6a1e-52b7-4c9a-9e14-7b8a2c6d1f05";
  private static final EventNotice EVENT =
      notice("OutgoingCall", CALL, "101", "2026-09-14T15:02:11.5140000Z");

  @Test
  void eventsThatDifferInTypeCallExtensionOrTimeAreTwoEvents() {
    assertThat(
            new EventNotice[] {
              notice("OutgoingCallConnected", CALL, "101", "2026-09-14T15:02:11.5140000Z"),
              notice("OutgoingCall", CALL.replace('3', '4'), "101", "2026-09-14T15:02:11.5140000Z"),
              notice("OutgoingCall", CALL, "102", "2026-09-14T15:02:11.5140000Z"),
              notice("OutgoingCall", CALL, "", "2026-09-14T15:02:11.5140000Z"),
              notice("OutgoingCall", CALL, "101", "2026-09-14T15:02:11.5140001Z")
            })
        .extracting(EventNotice::identity)
        .doesNotContain(EVENT.identity())
        .doesNotHaveDuplicates();
  }

  @Test
  void oneEventSpelledDifferentlyIsOneEvent() {
    assertThat(
            notice(
                    "OutgoingCall",
                    CALL.toUpperCase(Locale.ROOT),
                    " 101 ",
                    "2026-09-14T15:02:11.514Z")
                .identity())
        .isEqualTo(EVENT.identity());
    assertThat(notice("OutgoingCall", CALL, "101", "2026-09-14T17:02:11.514+02:00").identity())
        .isEqualTo(EVENT.identity());
  }

  @Test
  void partsDoNotRunIntoEachOther() {
    assertThat(notice("A", "b1", "1", "x").identity())
        .isNotEqualTo(notice("A", "b", "11", "x").identity());
  }

  @Test
  void whatIsNoTimeStillTellsEventsApart() {
    assertThat(notice("OutgoingCall", CALL, "101", "soon").identity())
        .isNotEqualTo(notice("OutgoingCall", CALL, "101", "later").identity());
  }

  private static EventNotice notice(String type, String call, String extension, String at) {
    return new EventNotice(
        type,
        Optional.of(call),
        Optional.of(extension),
        Optional.of(at),
        Optional.empty(),
        Optional.empty());
  }
}
