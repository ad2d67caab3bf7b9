package callcentre.functions.audio;

import static callcentre.functions.audio.AudioStage.ONE_CALL;
import static org.assertj.core.api.Assertions.assertThat;

import callcentre.api.testing.Answer;
import callcentre.api.testing.Callers;
import callcentre.api.tickets.AudioItem;
import callcentre.api.tickets.AudioKind;
import callcentre.api.tickets.AudioTicket;
import callcentre.cloud.Cloud;
import callcentre.cloud.CloudExtension;
import callcentre.simulator.history.PhoneCall;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(CloudExtension.class)
class TicketsAndAnswersTest {

  private AudioStage stage;
  private PhoneCall call;
  private String ticket;

  @BeforeEach
  void arrange(Cloud cloud) {
    stage = new AudioStage(cloud);
    call = stage.recorded(Duration.ofSeconds(10));
    ticket = stage.ticket(call);
  }

  @AfterEach
  void close() {
    stage.close();
  }

  @Test
  void everyTicketThatIsNotGoodIsAnsweredInTheSameWordsAndAsksNobody() {
    String changed = (ticket.startsWith("A") ? "B" : "A") + ticket.substring(1);
    String expired = stage.seal(ticketUntil(Duration.ZERO));
    Answer forged = stage.request("GET", "made-up").id("same").send();

    for (String bad : List.of(changed, expired, ticket + "A", ticket.substring(1))) {
      Answer answer = stage.request("GET", bad).id("same").send();
      assertThat(answer.status()).isEqualTo(404);
      assertThat(answer.body()).isEqualTo(forged.body());
    }
    assertThat(stage.request("HEAD", "made-up").send().status()).isEqualTo(404);
    assertThat(stage.simulator.requests().total()).isZero();
  }

  @Test
  void aTicketEndsAtItsTimeAlsoWhileItPlays() {
    String brief = stage.seal(ticketUntil(Duration.ofMinutes(16)));
    assertThat(stage.play(brief, "bytes=0-9").status()).isEqualTo(206);

    stage.clock.pass(Duration.ofMinutes(16));

    assertThat(stage.play(brief, "bytes=0-9").status()).isEqualTo(404);
  }

  @Test
  void noTokenIsNeededAndASpareOneDoesNotMatter() {
    assertThat(stage.playWhole(ticket).status()).isEqualTo(200);
    assertThat(stage.request("GET", ticket).as(Callers.nobody()).send().status()).isEqualTo(200);
  }

  @Test
  void aShortRecordingIsAnsweredWholeWithoutARange() {
    Answer answer = stage.playWhole(ticket);

    assertThat(answer.status()).isEqualTo(200);
    assertThat(AudioStage.bytes(answer))
        .isEqualTo(AudioStage.file(call.guid(), Duration.ofSeconds(10)));
    assertThat(answer.headers())
        .containsEntry("Content-Type", "audio/wav")
        .containsEntry("Accept-Ranges", "bytes")
        .containsEntry("Cache-Control", "no-store")
        .containsEntry("Referrer-Policy", "no-referrer")
        .containsEntry("X-Content-Type-Options", "nosniff")
        .containsEntry(
            "Content-Disposition", "inline; filename=\"recording-" + call.guid() + ".wav\"")
        .doesNotContainKey("Content-Range");
  }

  @Test
  void aRecordingTooLongForOneAnswerAsksForARangeAndSaysItsLength() {
    PhoneCall anHour = stage.recorded(Duration.ofHours(1));

    Answer answer = stage.playWhole(stage.ticket(anHour));

    assertThat(answer.status()).isEqualTo(416);
    assertThat(answer.error()).isEqualTo("range_not_satisfiable");
    assertThat(answer.header("Content-Range")).contains("bytes */57600044");
    assertThat(answer.body()).contains("Range: bytes=0-");
  }

  @Test
  void aRangeBehindTheEndIsNotSatisfiable() {
    for (String range : List.of("bytes=160044-", "bytes=999999999999999999999-", "bytes=-0")) {
      Answer answer = stage.play(ticket, range);
      assertThat(answer.status()).as(range).isEqualTo(416);
      assertThat(answer.header("Content-Range")).contains("bytes */160044");
    }
  }

  @Test
  void headTellsTypeAndRangesWithoutABody() {
    Answer answer = stage.request("HEAD", ticket).send();

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.body()).isEmpty();
    assertThat(answer.headers())
        .containsEntry("Content-Type", "audio/wav")
        .containsEntry("Accept-Ranges", "bytes");
  }

  @Test
  void aPageMayAskWithRangesAndReadTheAnswersHeaders() {
    Answer preflight =
        stage.request("OPTIONS", ticket).header("Origin", "https://dashboard.example").send();
    assertThat(preflight.status()).isEqualTo(204);
    assertThat(preflight.headers())
        .containsEntry("Access-Control-Allow-Origin", "https://dashboard.example")
        .containsEntry("Access-Control-Allow-Methods", "GET, HEAD, OPTIONS");
    assertThat(preflight.header("Access-Control-Allow-Headers").orElseThrow()).contains("range");

    Answer played =
        stage
            .request("GET", ticket)
            .header("Origin", "https://dashboard.example")
            .header("Range", "bytes=0-9")
            .send();
    assertThat(played.header("Access-Control-Expose-Headers").orElseThrow())
        .contains("content-range", "accept-ranges");
  }

  @Test
  void otherMethodsAreNotOffered() {
    Answer answer = stage.request("POST", ticket).send();

    assertThat(answer.status()).isEqualTo(405);
    assertThat(answer.header("Allow")).contains("GET, HEAD, OPTIONS");
  }

  @Test
  void aRecordingThatTheProviderDoesNotHaveIsNotFoundAndAskedForOnce() {
    String silent = stage.ticket(stage.unrecorded());

    for (int again = 0; again < 5; again++) {
      assertThat(stage.playWhole(silent).status()).isEqualTo(404);
    }
    assertThat(stage.asked(ONE_CALL)).isEqualTo(1);

    stage.clock.pass(Links.PAUSE);
    assertThat(stage.playWhole(silent).status()).isEqualTo(404);
    assertThat(stage.asked(ONE_CALL)).isEqualTo(2);
  }

  @Test
  void warmPlayingAsksAwsForNothing() {
    stage.playWhole(ticket);
    stage.api.requests().reset();

    stage.play(ticket, "bytes=100-199");

    assertThat(stage.api.requests().counts()).isEqualTo(Map.of());
  }

  @Test
  void theFirstPlayCostsTheTokenTheBudgetAndTheSecretsOnce() {
    stage.playWhole(ticket);

    Map<String, Integer> first = stage.api.requests().counts();
    assertThat(first).containsEntry("secretsmanager.PutSecretValue", 1);
    assertThat(first.keySet()).noneMatch(name -> name.matches(".*(Scan|Query|Transact).*"));
  }

  @Test
  void primingAnswersWithoutADefect() {
    assertThat(stage.api.prime().statuses())
        .containsExactlyEntriesOf(Map.of("/api/audio/{ticket}", 404));
  }

  private AudioTicket ticketUntil(Duration fromNow) {
    return new AudioTicket(
        "auth0|maria",
        new AudioItem(AudioKind.RECORDING, call.guid(), List.of(call.guid()), Optional.empty()),
        stage.clock.instant().plus(fromNow));
  }
}
