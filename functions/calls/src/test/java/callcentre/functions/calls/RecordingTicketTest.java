package callcentre.functions.calls;

import static callcentre.functions.calls.CallsStage.PATH;
import static org.assertj.core.api.Assertions.assertThat;

import callcentre.api.access.Principal;
import callcentre.api.testing.Answer;
import callcentre.api.testing.Callers;
import callcentre.api.tickets.AudioItem;
import callcentre.api.tickets.AudioKind;
import callcentre.api.tickets.AudioTicket;
import callcentre.api.tickets.AudioTickets;
import callcentre.cloud.Cloud;
import callcentre.cloud.CloudExtension;
import callcentre.domain.calls.CallFact.JournalCall;
import callcentre.domain.calls.CallFact.ListedCall;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Who gets a ticket for which recording, and what it plays. */
@ExtendWith(CloudExtension.class)
class RecordingTicketTest {

  private static final String AT = "2026-11-20T16:20:03.070Z";
  private static final String LINK = "https://panel.mightycall.com/a.wav";

  private final ListedCall talked = Facts.incoming(1, AT, Facts.MAIN, Optional.of("101"));
  private final JournalCall journal = Facts.journal(1, talked);
  private CallsStage stage;

  @BeforeEach
  void arrange(Cloud cloud) {
    stage = CallsStage.in(cloud);
    stage.organisations("north", "south");
    stage.assign(Facts.MAIN, "north", Optional.empty());
    stage.store(talked, journal);
  }

  @AfterEach
  void close() {
    stage.close();
  }

  @Test
  void aTicketPlaysThisCallForThisPersonForItsLengthAndAQuarterOfAnHour() {
    Principal manager = Callers.manager("north");

    Answer answer = ask(talked.id().value(), manager);

    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    AudioTicket ticket = open(answer);
    assertThat(ticket.userId()).isEqualTo(manager.userId());
    assertThat(ticket.item())
        .isEqualTo(
            new AudioItem(
                AudioKind.RECORDING,
                talked.id().value(),
                List.of(talked.id().value(), journal.journalId().value()),
                Optional.of(LINK)));
    assertThat(Duration.between(stage.clock.instant(), ticket.expiresAt()))
        .isEqualTo(Duration.ofSeconds(64 + 15 * 60));
    assertThat(answer.json().get("expires_at").asText()).isEqualTo(ticket.expiresAt().toString());
    assertThat(answer.body()).doesNotContain(LINK, talked.id().value());
  }

  @Test
  void anEarlierIdOfTheCallPlaysTheSame() {
    AudioTicket ticket = open(ask(journal.journalId().value(), Callers.admin()));

    assertThat(ticket.item().id()).isEqualTo(talked.id().value());
  }

  @Test
  void anAgentHearsOwnCallsAlone() {
    Principal own = stage.agent("own", CallsStage.since("101", "2026-01-01T00:00:00Z"));
    Principal other = stage.agent("other", CallsStage.since("102", "2026-01-01T00:00:00Z"));

    assertThat(ask(talked.id().value(), own).status()).isEqualTo(200);
    assertThat(ask(talked.id().value(), other).status()).isEqualTo(404);
  }

  @Test
  void aForeignCallAndAnUnknownOneAndOneWithoutARecordingAre404() {
    ListedCall missed = Facts.incoming(2, AT, Facts.MAIN, Optional.empty());
    stage.store(missed);

    assertThat(ask(talked.id().value(), Callers.manager("south")).error()).isEqualTo("not_found");
    assertThat(ask(Facts.guid(99).value(), Callers.admin()).error()).isEqualTo("not_found");
    assertThat(ask(missed.id().value(), Callers.admin()).error()).isEqualTo("not_found");
  }

  private Answer ask(String id, Principal caller) {
    return stage.api.post(PATH + "/" + id + "/recording/ticket").as(caller).send();
  }

  private AudioTicket open(Answer answer) {
    String url = answer.json().get("url").asText();
    assertThat(url).startsWith("https://audio.example.com/api/audio/");
    return stage.api.bean(AudioTickets.class).open(url.substring(url.lastIndexOf('/') + 1));
  }
}
