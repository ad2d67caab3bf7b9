package callcentre.functions.voicemails;

import static callcentre.functions.voicemails.VoicemailsStage.PATH;
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
import callcentre.domain.voicemails.VoicemailFact.JournalVoicemail;
import callcentre.domain.voicemails.VoicemailFact.RemovalEdit;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Who gets a ticket for which voicemail, and what it plays. */
@ExtendWith(CloudExtension.class)
class VoicemailTicketTest {

  private static final String LINK = "https://panel.mightycall.com/vm.wav";

  private final JournalVoicemail left = Facts.journal(1, "2026-11-20T16:20:03Z");
  private VoicemailsStage stage;

  @BeforeEach
  void arrange(Cloud cloud) {
    stage = VoicemailsStage.in(cloud);
    stage.organisations("north", "south");
    stage.assign(Facts.MAIN, "north", Optional.empty());
    stage.store(left);
  }

  @AfterEach
  void close() {
    stage.close();
  }

  @Test
  void aTicketPlaysThisVoicemailForThisPersonForItsLengthAndAQuarterOfAnHour() {
    Principal manager = Callers.manager("north");

    Answer answer = ask(manager);

    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    AudioTicket ticket = open(answer);
    assertThat(ticket.userId()).isEqualTo(manager.userId());
    assertThat(ticket.item())
        .isEqualTo(
            new AudioItem(
                AudioKind.VOICEMAIL,
                left.id().value(),
                List.of(left.id().value()),
                Optional.of(LINK)));
    assertThat(Duration.between(stage.clock.instant(), ticket.expiresAt()))
        .isEqualTo(Duration.ofSeconds(27 + 15 * 60));
    assertThat(answer.body()).doesNotContain(LINK, left.id().value());
  }

  @Test
  void itIsAskedForUnderTheIdsOfBothFamilies() {
    stage.store(Facts.listed(1, "2026-11-20T16:20:33Z"));

    AudioTicket ticket = open(ask(Callers.admin()));

    assertThat(ticket.item().providerIds()).contains(left.id().value());
  }

  @Test
  void anAgentHearsOwnVoicemailsAlone() {
    assertThat(ask(stage.agent("own", "101", "2026-01-01T00:00:00Z")).status()).isEqualTo(200);
    assertThat(ask(stage.agent("other", "102", "2026-01-01T00:00:00Z")).status()).isEqualTo(404);
  }

  @Test
  void aForeignVoicemailAndADeletedOneAre404() {
    assertThat(ask(Callers.manager("south")).error()).isEqualTo("not_found");

    stage.store(new RemovalEdit(left.id(), true, stage.clock.instant()));

    assertThat(ask(Callers.admin()).error()).isEqualTo("not_found");
  }

  private Answer ask(Principal caller) {
    return stage.api.post(PATH + "/" + left.id().value() + "/audio/ticket").as(caller).send();
  }

  private AudioTicket open(Answer answer) {
    String url = answer.json().get("url").asText();
    assertThat(url).startsWith("https://audio.example.com/api/audio/");
    return stage.api.bean(AudioTickets.class).open(url.substring(url.lastIndexOf('/') + 1));
  }
}
