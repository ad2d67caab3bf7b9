package callcentre.functions.audio;

import static callcentre.functions.audio.AudioStage.ONE_CALL;
import static callcentre.functions.audio.AudioStage.ONE_JOURNAL_ROW;
import static callcentre.functions.audio.AudioStage.ONE_VOICEMAIL;
import static org.assertj.core.api.Assertions.assertThat;

import callcentre.api.testing.Answer;
import callcentre.api.tickets.AudioKind;
import callcentre.cloud.Cloud;
import callcentre.cloud.CloudExtension;
import callcentre.simulator.history.PhoneCall;
import callcentre.simulator.recordings.Wave;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Lesson: "recordings duplicate, then dead". A recording plays, whatever its link has come to. */
@ExtendWith(CloudExtension.class)
class PlayingTest {

  private static final Duration AN_HOUR = Duration.ofHours(1);
  private static final int PART = 4 * 1024 * 1024;

  private AudioStage stage;

  @BeforeEach
  void arrange(Cloud cloud) {
    stage = new AudioStage(cloud);
  }

  @AfterEach
  void close() {
    stage.close();
  }

  @Test
  void anHourPlaysFromItsStartToItsEndInPartsThatLambdaCanAnswerWithOneQuestionToTheProvider() {
    PhoneCall call = stage.recorded(AN_HOUR);
    Wave file = Wave.of(AN_HOUR, call.guid().hashCode());
    String ticket = stage.ticket(call);

    long position = 0;
    while (position < file.length()) {
      Answer answer = stage.play(ticket, "bytes=" + position + "-");
      byte[] bytes = AudioStage.bytes(answer);
      long last = position + bytes.length - 1;
      assertThat(answer.status()).isEqualTo(206);
      assertThat(answer.header("Content-Range"))
          .contains("bytes " + position + "-" + last + "/" + file.length());
      assertThat(answer.body().length()).isLessThan(6 * 1024 * 1024 - 64 * 1024);
      assertThat(bytes.length).isBetween(1, PART);
      assertThat(bytes).isEqualTo(AudioStage.part(file, position, bytes.length));
      position = last + 1;
    }

    assertThat(stage.asked(ONE_CALL)).isEqualTo(1);
  }

  @Test
  void seekingIntoTheMiddleGivesTheMiddle() {
    PhoneCall call = stage.recorded(AN_HOUR);
    Wave file = Wave.of(AN_HOUR, call.guid().hashCode());

    Answer answer = stage.play(stage.ticket(call), "bytes=28800044-28899999");

    assertThat(answer.status()).isEqualTo(206);
    assertThat(answer.header("Content-Type")).contains("audio/wav");
    assertThat(answer.header("Accept-Ranges")).contains("bytes");
    assertThat(AudioStage.bytes(answer)).isEqualTo(AudioStage.part(file, 28_800_044, 99_956));
  }

  @ParameterizedTest
  @ValueSource(ints = {403, 404})
  void aLinkThatExpiresWhilePlayingIsReplacedByAFreshOne(int status) {
    stage.simulator.change(
        settings -> settings.withAudio(settings.audio().withExpiredStatus(status)));
    PhoneCall call = stage.recorded(AN_HOUR);
    String ticket = stage.ticket(call);
    assertThat(stage.play(ticket, "bytes=0-99").status()).isEqualTo(206);

    stage.simulator.expireLinks();
    stage.clock.pass(Duration.ofMinutes(10));
    Answer answer = stage.play(ticket, "bytes=4000000-4000099");

    assertThat(answer.status()).as(answer.body()).isEqualTo(206);
    assertThat(AudioStage.bytes(answer))
        .isEqualTo(AudioStage.part(Wave.of(AN_HOUR, call.guid().hashCode()), 4_000_000, 100));
    assertThat(stage.asked(ONE_CALL)).isEqualTo(2);
  }

  @Test
  void aLinkThatExpiresAMomentAfterItServedIsReplacedAtOnce() {
    PhoneCall call = stage.recorded(AN_HOUR);
    String ticket = stage.ticket(call);
    String before = stage.play(ticket, "bytes=28800000-28800099").body();

    stage.simulator.expireLinks();
    Answer again = stage.play(ticket, "bytes=28800000-28800099");

    assertThat(again.status()).as(again.body()).isEqualTo(206);
    assertThat(again.body()).isEqualTo(before);
    assertThat(stage.asked(ONE_CALL)).isEqualTo(2);
  }

  @Test
  void aLinkInTheTicketThatStillWorksCostsNoRequestOfTheBudget() {
    PhoneCall call = stage.recorded(Duration.ofSeconds(5));
    String ticket = stage.ticket(AudioKind.RECORDING, Optional.of(stage.link(call)), call.guid());
    int used = stage.simulator.budgetUsed();

    assertThat(stage.play(ticket, "bytes=0-").status()).isEqualTo(206);

    assertThat(stage.simulator.budgetUsed()).isEqualTo(used);
  }

  @Test
  void aLinkInTheTicketThatHasExpiredIsReplaced() {
    PhoneCall call = stage.recorded(Duration.ofSeconds(5));
    String ticket = stage.ticket(AudioKind.RECORDING, Optional.of(stage.link(call)), call.guid());
    stage.simulator.requests().clear();
    stage.simulator.expireLinks();

    assertThat(stage.play(ticket, "bytes=0-").status()).isEqualTo(206);
    assertThat(stage.asked(ONE_CALL)).isEqualTo(1);
  }

  @Test
  void aHostThatIgnoresRangesIsSkippedThrough() {
    stage.simulator.change(settings -> settings.withAudio(settings.audio().withRanges(false)));
    PhoneCall call = stage.recorded(AN_HOUR);
    Wave file = Wave.of(AN_HOUR, call.guid().hashCode());

    Answer answer = stage.play(stage.ticket(call), "bytes=28800044-28800143");

    assertThat(answer.status()).as(answer.body()).isEqualTo(206);
    assertThat(answer.header("Content-Range")).contains("bytes 28800044-28800143/" + file.length());
    assertThat(AudioStage.bytes(answer)).isEqualTo(AudioStage.part(file, 28_800_044, 100));
  }

  @Test
  void aRecordingIsFoundByTheIdOfItsJournalRow() {
    PhoneCall call = stage.recorded(Duration.ofSeconds(3));
    String ticket = stage.ticket(AudioKind.RECORDING, Optional.empty(), call.requestId());

    assertThat(AudioStage.bytes(stage.playWhole(ticket)))
        .isEqualTo(AudioStage.file(call.guid(), Duration.ofSeconds(3)));
    assertThat(stage.asked(ONE_JOURNAL_ROW)).isEqualTo(1);
    assertThat(stage.asked(ONE_CALL)).isZero();
  }

  @Test
  void aVoicemailPlaysByItsOwnIdAndByItsJournalRows() {
    PhoneCall call = stage.voicemail(Duration.ofSeconds(4));
    String id = call.voicemail().id();
    String own = stage.ticket(AudioKind.VOICEMAIL, Optional.empty(), id);
    String journal = stage.ticket(AudioKind.VOICEMAIL, Optional.empty(), call.requestId());

    assertThat(AudioStage.bytes(stage.playWhole(own)))
        .isEqualTo(AudioStage.file(id, Duration.ofSeconds(4)));
    assertThat(stage.asked(ONE_VOICEMAIL)).isEqualTo(1);
    assertThat(AudioStage.bytes(stage.playWhole(journal)))
        .isEqualTo(AudioStage.file(id, Duration.ofSeconds(4)));
    assertThat(stage.asked(ONE_JOURNAL_ROW)).isEqualTo(1);
  }

  @Test
  void theNextIdIsTriedWhereTheFirstHasNoSound() {
    PhoneCall silent = stage.unrecorded();
    PhoneCall call = stage.recorded(Duration.ofSeconds(2));
    String ticket =
        stage.ticket(AudioKind.RECORDING, Optional.empty(), silent.guid(), call.requestId());

    assertThat(stage.playWhole(ticket).status()).isEqualTo(200);
  }

  @Test
  void aLinkWithASingleSlashAndSpacesIsRepaired() {
    stage.simulator.change(
        settings -> settings.withAudio(settings.audio().withSingleSlashLinks(true)));
    PhoneCall call = stage.recorded(Duration.ofSeconds(1));

    assertThat(stage.link(call)).contains(" ").startsWith("http:/1");
    assertThat(stage.playWhole(stage.ticket(call)).status()).isEqualTo(200);
  }
}
