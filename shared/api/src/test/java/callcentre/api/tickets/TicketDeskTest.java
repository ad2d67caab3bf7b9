package callcentre.api.tickets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import callcentre.api.access.Principal;
import callcentre.api.json.Json;
import callcentre.api.testing.Callers;
import callcentre.aws.Environment;
import callcentre.aws.MissingConfigurationException;
import callcentre.storage.cursors.SigningKeys;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TicketDeskTest {

  private static final InstantSource CLOCK =
      InstantSource.fixed(Instant.parse("2026-11-21T10:00:00.750Z"));
  private static final Principal CALLER = Callers.admin();
  private static final AudioItem ITEM =
      new AudioItem(AudioKind.VOICEMAIL, "voicemail-1", List.of("provider-1"), Optional.empty());

  private final AudioTickets tickets =
      new AudioTickets(() -> new SigningKeys("m".repeat(43)), new SecureRandom(), CLOCK);

  @Test
  void aTicketLastsAsLongAsTheRecordingAndAQuarterOfAnHour() {
    AudioAddress address = issue("https://audio.example/dev", Optional.of(Duration.ofMinutes(61)));

    assertThat(address.expiresAt()).isEqualTo("2026-11-21T11:16:00Z");
    assertThat(opened(address))
        .isEqualTo(new AudioTicket(CALLER.userId(), ITEM, address.expiresAt()));
  }

  @Test
  void anUnknownLengthIsTakenForLongAndAnImpossibleOneIsNotBelieved() {
    assertThat(issue("https://audio.example", Optional.empty()).expiresAt())
        .isEqualTo("2026-11-21T14:15:00Z");
    assertThat(issue("https://audio.example", Optional.of(Duration.ofDays(9_000))).expiresAt())
        .isEqualTo("2026-11-22T10:15:00Z");
  }

  @Test
  void aLinkTooLongForAnAddressIsLeftOut() {
    AudioItem item =
        new AudioItem(AudioKind.RECORDING, "call-1", List.of("a"), Optional.of("h".repeat(1_501)));

    assertThat(item.link()).isEmpty();
  }

  @Test
  void theAddressIsWholeWhateverTheBaseEndsWith() {
    for (String base : List.of("https://audio.example/dev", "https://audio.example/dev/")) {
      assertThat(issue(base, Optional.empty()).url())
          .matches("https://audio\\.example/dev/api/audio/[A-Za-z0-9_-]+");
    }
  }

  @Test
  void theAnswerHasTheContractsNames() {
    AudioAddress address = new AudioAddress("https://audio.example/x", CLOCK.instant());

    assertThat(Json.write(address))
        .isEqualTo(
            "{\"url\":\"https://audio.example/x\",\"expires_at\":\"2026-11-21T10:00:00.750Z\"}");
  }

  @Test
  void withoutTheAudioApisAddressThereIsNoTicketAndTheErrorNamesIt() {
    assertThatThrownBy(() -> issue("", Optional.empty()))
        .isInstanceOf(MissingConfigurationException.class)
        .hasMessageContaining("AUDIO_BASE_URL");
  }

  private AudioAddress issue(String base, Optional<Duration> length) {
    Environment environment = new Environment(Map.of("AUDIO_BASE_URL", base));
    return new TicketDesk(tickets, environment, CLOCK).issue(CALLER, ITEM, length);
  }

  private AudioTicket opened(AudioAddress address) {
    return tickets.open(address.url().substring(address.url().lastIndexOf('/') + 1));
  }
}
