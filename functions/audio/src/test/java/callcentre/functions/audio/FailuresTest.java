package callcentre.functions.audio;

import static callcentre.functions.audio.AudioStage.ONE_CALL;
import static org.assertj.core.api.Assertions.assertThat;

import callcentre.api.testing.Answer;
import callcentre.api.testing.ApiHarness;
import callcentre.api.tickets.AudioKind;
import callcentre.cloud.Cloud;
import callcentre.cloud.CloudExtension;
import callcentre.simulator.faults.Fault;
import callcentre.simulator.faults.FaultMatch;
import callcentre.simulator.history.PhoneCall;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.slf4j.LoggerFactory;

/** What cannot be played says why, costs little, and shows nothing of the provider's links. */
@ExtendWith(CloudExtension.class)
class FailuresTest {

  private AudioStage stage;
  private PhoneCall call;

  @BeforeEach
  void arrange(Cloud cloud) {
    stage = new AudioStage(cloud);
    call = stage.recorded(Duration.ofSeconds(10));
  }

  @AfterEach
  void close() {
    stage.close();
  }

  @Test
  void aLinkThatIsRefusedAsSoonAsItIsGivenDoesNotDrainTheBudget() {
    String ticket = stage.ticket(call);
    stage.simulator.add(Fault.status(403, FaultMatch.at("GET", "/Mightycall/Files/*")));

    for (int again = 0; again < 20; again++) {
      isRefusedForAMinute(stage.playWhole(ticket));
    }

    assertThat(stage.asked(ONE_CALL)).isEqualTo(1);
  }

  @Test
  void linksThatServeForAMomentAreReplacedOnceAMinute() {
    stage.simulator.change(
        settings -> settings.withAudio(settings.audio().withLinkLifetimeSeconds(1)));
    String ticket = stage.ticket(call);
    stage.playWhole(ticket);

    stage.simulator.clock().advance(Duration.ofSeconds(5));
    assertThat(stage.playWhole(ticket).status()).isEqualTo(200);
    stage.simulator.clock().advance(Duration.ofSeconds(5));
    for (int again = 0; again < 20; again++) {
      isRefusedForAMinute(stage.playWhole(ticket));
    }

    assertThat(stage.asked(ONE_CALL)).isEqualTo(2);
    stage.clock.pass(Duration.ofMinutes(1));
    assertThat(stage.playWhole(ticket).status()).isEqualTo(200);
  }

  private static void isRefusedForAMinute(Answer answer) {
    assertThat(answer.status()).isEqualTo(502);
    assertThat(answer.error()).isEqualTo("mightycall_error");
    assertThat(answer.header("Retry-After")).contains("60");
  }

  @Test
  void whatIsNoSoundIsNeverPassedOn() {
    String page = stage.simulator.baseUrl() + "/_simulator";
    String ticket = stage.ticket(AudioKind.RECORDING, Optional.of(page), call.guid());

    Answer answer = stage.playWhole(ticket);

    assertThat(answer.status()).isEqualTo(502);
    assertThat(answer.body()).contains("no sound").doesNotContain("_simulator");
  }

  @Test
  void aLinkToSomebodyElseIsNotFollowed() {
    String ticket =
        stage.ticket(
            AudioKind.RECORDING, Optional.of("https://mightycall.com.example/a.wav"), call.guid());

    Answer answer = stage.playWhole(ticket);

    assertThat(answer.status()).isEqualTo(502);
    assertThat(answer.body()).doesNotContain("example/a.wav");
  }

  @Test
  void wrongCredentialsAreSaid() {
    stage.simulator.account().changeApiKey("another");

    Answer answer = stage.playWhole(stage.ticket(call));

    assertThat(answer.status()).isEqualTo(502);
    assertThat(answer.json().path("provider_code").asText()).isEqualTo("invalid_client");
  }

  @Test
  void everyPlayLeavesALineWithUserRecordAndBytesAndNoLinkOrTicket() {
    ListAppender<ILoggingEvent> lines = new ListAppender<>();
    lines.start();
    Logger root = (Logger) LoggerFactory.getLogger("callcentre");
    root.addAppender(lines);
    String ticket = stage.ticket(call);
    try {
      stage.play(ticket, "bytes=100-199");
    } finally {
      root.detachAppender(lines);
    }

    String played =
        lines.list.stream()
            .filter(line -> line.getMessage().equals("A recording was played"))
            .map(line -> line.getKeyValuePairs().toString())
            .collect(Collectors.joining());
    assertThat(played)
        .contains(
            "audio_played", "auth0|maria", call.guid(), "first_byte=\"100\"", "bytes=\"100\"");
    assertThat(
            lines.list.stream()
                .map(line -> line.getFormattedMessage() + line.getKeyValuePairs())
                .collect(Collectors.joining("\n")))
        .doesNotContain(ticket, "recordid=", "Mightycall/Files");
  }

  @Test
  void whileTheBudgetIsSpentOnlyAKnownLinkPlays() {
    String known = stage.ticket(AudioKind.RECORDING, Optional.of(stage.link(call)), call.guid());
    PhoneCall other = stage.recorded(Duration.ofSeconds(1));
    stage.spendTheBudget(call);

    assertThat(stage.playWhole(known).status()).isEqualTo(200);
    Answer refused = stage.playWhole(stage.ticket(other));
    assertThat(refused.status()).isEqualTo(429);
    assertThat(refused.error()).isEqualTo("rate_budget_exhausted");
    assertThat(refused.header("Retry-After")).isPresent();
  }

  @Test
  void aMissingSigningSecretIsNamed(Cloud cloud) {
    try (ApiHarness bare = ApiHarness.in(cloud).start()) {
      Answer answer = bare.get("/api/audio/" + stage.ticket(call)).send();

      assertThat(answer.status()).isEqualTo(503);
      assertThat(answer.body()).contains("SIGNING_SECRET_ID");
    }
  }
}
