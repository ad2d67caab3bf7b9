package callcentre.checks.system;

import static org.assertj.core.api.Assertions.assertThat;

import callcentre.api.tickets.AudioItem;
import callcentre.api.tickets.AudioKind;
import callcentre.api.tickets.AudioTicket;
import callcentre.api.tickets.AudioTickets;
import callcentre.aws.AwsClients;
import callcentre.checks.Repository;
import callcentre.storage.cursors.SigningKeys;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A recording of an hour, played through the running system as a media element does it. */
@ExtendWith(GuardedStageExtension.class)
class AudioOverHttpTest {

  /** Telephone quality: 8,000 samples of two bytes a second, behind a header of 44 bytes. */
  private static final int AN_HOUR_OF_SOUND = 44 + 3_600 * 16_000;

  private static final int MOST_OF_A_PART = 4 * 1024 * 1024;

  private final HttpClient client = HttpClient.newHttpClient();
  private final GuardedStage stage;
  private final ProviderSwitch provider;

  AudioOverHttpTest(GuardedStage stage) {
    this.stage = stage;
    this.provider = new ProviderSwitch(stage.facts());
  }

  @AfterEach
  void noFunctionAskedForWhatItsRoleDoesNotGrant() {
    assertThat(stage.refusals()).isEmpty();
  }

  @Test
  void anHourPlaysFromTheStartSeeksAndSurvivesAnExpiredLinkAndNoLogHoldsTheTicket()
      throws Exception {
    String ticket = ticketForAnHour();
    int position = 0;
    while (position < AN_HOUR_OF_SOUND) {
      HttpResponse<byte[]> part = play(ticket, "bytes=" + position + "-");
      int last = Math.min(position + MOST_OF_A_PART, AN_HOUR_OF_SOUND) - 1;
      assertThat(part.statusCode()).isEqualTo(206);
      assertThat(part.headers().firstValue("Content-Range"))
          .contains("bytes " + position + "-" + last + "/" + AN_HOUR_OF_SOUND);
      assertThat(part.headers().firstValue("Content-Type")).contains("audio/wav");
      assertThat(part.body()).hasSize(last - position + 1);
      if (position == 0) {
        assertThat(new String(part.body(), 0, 4, StandardCharsets.US_ASCII)).isEqualTo("RIFF");
      }
      position = last + 1;
    }

    byte[] middle = play(ticket, "bytes=28800000-28899999").body();
    provider.expireLinks();
    byte[] again = play(ticket, "bytes=28800000-28899999").body();
    assertThat(Arrays.equals(middle, again)).isTrue();
    assertThat(middle).hasSize(100_000);

    assertThat(Files.readString(stage.facts().logs().get("audio")))
        .contains("audio_played")
        .doesNotContain(ticket, "recordid=");
  }

  @Test
  void aTicketThatNobodySealedIsNotFoundAsAProblem() throws Exception {
    HttpResponse<byte[]> answer = play("made-up", "bytes=0-");

    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(Repository.JSON.readTree(answer.body()).path("error").asText())
        .isEqualTo("not_found");
  }

  private HttpResponse<byte[]> play(String ticket, String range)
      throws IOException, InterruptedException {
    return client.send(
        HttpRequest.newBuilder(URI.create(stage.facts().address() + "/api/audio/" + ticket))
            .header("Range", range)
            .timeout(Duration.ofSeconds(60))
            .build(),
        BodyHandlers.ofByteArray());
  }

  private String ticketForAnHour() {
    InstantSource clock = InstantSource.system();
    JsonNode made =
        provider.calls(
            """
            {"calls": [{"at": "%s", "answered_by": "101", "recorded": true, "duration_ms": 3600000}]}
            """
                .formatted(clock.instant().minus(Duration.ofHours(3))));
    String guid = made.at("/calls/0/id").asText();
    assertThat(guid).as(made.toString()).isNotEmpty();
    AudioItem item = new AudioItem(AudioKind.RECORDING, guid, List.of(guid), Optional.empty());
    try (AwsClients services = stage.services()) {
      String secret =
          services
              .secretsManager()
              .getSecretValue(get -> get.secretId(stage.facts().stage() + "/signing"))
              .secretString();
      SigningKeys keys = new SigningKeys(Repository.JSON.readTree(secret).path("master").asText());
      return new AudioTickets(() -> keys, new SecureRandom(), clock)
          .seal(new AudioTicket("checks", item, clock.instant().plus(Duration.ofHours(1))));
    } catch (IOException malformed) {
      throw new AssertionError("the signing secret is no JSON", malformed);
    }
  }
}
