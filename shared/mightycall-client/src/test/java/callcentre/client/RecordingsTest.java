package callcentre.client;

import static org.assertj.core.api.Assertions.assertThat;

import callcentre.client.audio.AudioAnswer;
import callcentre.client.audio.AudioStream;
import callcentre.client.calls.CallEntry;
import callcentre.cloud.Cloud;
import callcentre.cloud.CloudExtension;
import callcentre.simulator.history.CallDraft;
import callcentre.simulator.history.PhoneCall;
import callcentre.simulator.settings.AudioRules;
import java.io.IOException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Recordings as the provider links and serves them. */
@ExtendWith(CloudExtension.class)
class RecordingsTest {

  private final ClientHarness harness;
  private final MightyCallClient client;

  RecordingsTest(Cloud cloud) {
    harness = new ClientHarness(cloud);
    client = harness.process().account();
  }

  @BeforeEach
  void setTheClock() {
    harness.simulator().clock().setNow(Instant.parse("2026-09-20T00:00:00Z"));
  }

  @AfterEach
  void stop() {
    harness.close();
  }

  @Test
  void aPartOfARecordingIsThatPartOfTheWhole() throws IOException {
    String link = link(recordedCall());
    byte[] whole;
    try (AudioStream stream = ((AudioAnswer.Whole) open(link, Optional.empty())).audio()) {
      whole = stream.bytes().readAllBytes();
    }

    AudioAnswer.Part part = (AudioAnswer.Part) open(link, Optional.of("bytes=1000-1999"));

    try (AudioStream stream = part.audio()) {
      assertThat(stream.bytes().readAllBytes()).isEqualTo(Arrays.copyOfRange(whole, 1000, 2000));
    }
    assertThat(part.range().total()).hasValue(whole.length);
  }

  @Test
  void aLinkWithASingleSlashIsRepaired() {
    rules(rules -> rules.withSingleSlashLinks(true));
    String link = link(recordedCall());

    assertThat(link).doesNotContain("://");
    AudioAnswer answer = open(link, Optional.empty());
    assertThat(answer).isInstanceOf(AudioAnswer.Whole.class);
    ((AudioAnswer.Whole) answer).audio().close();
  }

  @Test
  void aHostThatIgnoresRangesAnswersWithTheWhole() {
    rules(rules -> rules.withRanges(false));

    AudioAnswer answer = open(link(recordedCall()), Optional.of("bytes=1000-1999"));

    assertThat(answer).isInstanceOf(AudioAnswer.Whole.class);
    ((AudioAnswer.Whole) answer).audio().close();
  }

  @Test
  void anExpiredLinkIsReplacedByTheCallsFreshOne() {
    PhoneCall call = recordedCall();
    rules(rules -> rules.withLinkLifetimeSeconds(60));
    String old = link(call);
    harness.simulator().clock().setNow(Instant.parse("2026-09-20T01:00:00Z"));

    assertThat(open(old, Optional.empty())).isEqualTo(new AudioAnswer.Expired(403));
    AudioAnswer fresh = open(link(call), Optional.empty());
    assertThat(fresh).isInstanceOf(AudioAnswer.Whole.class);
    ((AudioAnswer.Whole) fresh).audio().close();
  }

  @Test
  void aDownloadTakesNothingFromTheBudget() {
    String link = link(recordedCall());
    int used = harness.process().budget().snapshot().used();

    ((AudioAnswer.Whole) open(link, Optional.empty())).audio().close();

    assertThat(harness.process().budget().snapshot().used()).isEqualTo(used);
  }

  private AudioAnswer open(String link, Optional<String> range) {
    return client.audio().open(link, range, harness.context());
  }

  private PhoneCall recordedCall() {
    return harness.simulator().add(CallDraft.at(Instant.parse("2026-09-14T12:00:00Z")).recorded());
  }

  private String link(PhoneCall call) {
    CallEntry entry = client.calls().find(call.guid(), harness.context()).orElseThrow();
    return entry.recording().orElseThrow().link();
  }

  private void rules(UnaryOperator<AudioRules> change) {
    harness.simulator().change(settings -> settings.withAudio(change.apply(settings.audio())));
  }
}
