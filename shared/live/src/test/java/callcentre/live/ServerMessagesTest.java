package callcentre.live;

import static org.assertj.core.api.Assertions.assertThat;

import callcentre.domain.live.Delta;
import callcentre.domain.live.LiveLimits;
import callcentre.domain.live.RowChange;
import callcentre.domain.live.RowType;
import callcentre.domain.live.ServerMessage;
import callcentre.domain.live.Topic;
import callcentre.domain.ownership.OrganisationId;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ServerMessagesTest {

  private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");
  private static final RowChange CALL = RowChange.of(RowType.CALL, "c1", 7, NOW, "{\"id\":\"c1\"}");

  @Test
  void aDeltaCarriesTheWholeRowAsItWasGiven() {
    assertThat(ServerMessages.write(new ServerMessage.Change(new Delta(Topic.ALL, 5, NOW, CALL))))
        .isEqualTo(
            "{\"type\":\"call\",\"topic\":\"all\",\"seq\":5,\"at\":\"2026-11-21T10:00:00Z\","
                + "\"version\":7,\"data\":{\"id\":\"c1\"}}");
  }

  @Test
  void aRowThatIsTooLargeIsNamedInsteadOfShown() {
    RowChange large =
        RowChange.of(RowType.SMS, "m1", 7, NOW, "\"" + "x".repeat(LiveLimits.ROW_BYTES) + "\"");
    assertThat(ServerMessages.write(new ServerMessage.Change(new Delta(Topic.ALL, 5, NOW, large))))
        .isEqualTo(
            "{\"type\":\"sms\",\"topic\":\"all\",\"seq\":5,\"at\":\"2026-11-21T10:00:00Z\","
                + "\"version\":7,\"data\":null,\"id\":\"m1\",\"too_large\":true}");
  }

  @Test
  void theLargestRowFitsAMessage() {
    RowChange largest =
        RowChange.of(
            RowType.VOICEMAIL,
            "i".repeat(200),
            Long.MAX_VALUE,
            NOW,
            "\"" + "x".repeat(LiveLimits.ROW_BYTES - 2) + "\"");
    Topic longest = new Topic.OfOrganisation(new OrganisationId("o".repeat(64)));
    Delta delta = new Delta(longest, Long.MAX_VALUE, NOW.plusNanos(1), largest);

    assertThat(largest.data()).isPresent();
    assertThat(
            ServerMessages.write(new ServerMessage.Change(delta))
                .getBytes(StandardCharsets.UTF_8)
                .length)
        .isLessThanOrEqualTo(LiveLimits.MESSAGE_BYTES);
  }

  @Test
  void theOtherMessagesAreAsTheContractHasThem() {
    assertThat(
            ServerMessages.write(
                new ServerMessage.Snapshot(Topic.ALL, 3, 1, true, NOW, false, List.of(CALL))))
        .isEqualTo(
            "{\"type\":\"snapshot\",\"topic\":\"all\",\"seq\":3,\"page\":1,\"last\":true,"
                + "\"since\":\"2026-11-21T10:00:00Z\",\"truncated\":false,"
                + "\"rows\":[{\"type\":\"call\",\"version\":7,\"data\":{\"id\":\"c1\"}}]}");
    assertThat(ServerMessages.write(new ServerMessage.Resumed(Topic.ALL, 9)))
        .isEqualTo("{\"type\":\"resumed\",\"topic\":\"all\",\"seq\":9}");
    assertThat(ServerMessages.write(new ServerMessage.Bye(ServerMessage.Bye.Reason.LIFETIME)))
        .isEqualTo("{\"type\":\"bye\",\"reason\":\"lifetime\"}");
    assertThat(
            ServerMessages.write(
                new ServerMessage.Refusal(
                    ServerMessage.Refusal.Reason.INVALID_MESSAGE, Optional.empty(), "Why.")))
        .isEqualTo("{\"type\":\"error\",\"error\":\"invalid_message\",\"message\":\"Why.\"}");
  }
}
