package callcentre.functions.audio;

import static org.assertj.core.api.Assertions.assertThat;

import callcentre.api.testing.Answer;
import callcentre.cloud.Cloud;
import callcentre.cloud.CloudExtension;
import callcentre.simulator.history.PhoneCall;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Any range is what the same slice of the whole file is, whatever the provider's host can do. */
@ExtendWith(CloudExtension.class)
class RangesTest {

  private static final Duration LENGTH = Duration.ofMillis(700);
  private static final int TRIES = 150;

  private AudioStage stage;

  @BeforeEach
  void arrange(Cloud cloud) {
    stage = new AudioStage(cloud);
  }

  @AfterEach
  void close() {
    stage.close();
  }

  /** A range as it is written, and the slice it means; empty where it means none. */
  private record Wanted(String header, Optional<int[]> slice) {}

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void everyRangeIsThatSliceOfTheFile(boolean hostHonoursRanges) {
    stage.simulator.change(
        settings -> settings.withAudio(settings.audio().withRanges(hostHonoursRanges)));
    PhoneCall call = stage.recorded(LENGTH);
    byte[] file = AudioStage.file(call.guid(), LENGTH);
    String ticket = stage.ticket(call);
    Random random = new Random(20_261_121);

    for (int attempt = 0; attempt < TRIES; attempt++) {
      Wanted wanted = wanted(random, file.length);
      Answer answer = stage.play(ticket, wanted.header());
      if (wanted.slice().isEmpty()) {
        assertThat(answer.status()).as(wanted.header()).isEqualTo(416);
        assertThat(answer.header("Content-Range")).contains("bytes */" + file.length);
      } else {
        int first = wanted.slice().get()[0];
        int last = wanted.slice().get()[1];
        assertThat(answer.status()).as(wanted.header() + answer.body()).isEqualTo(206);
        assertThat(answer.header("Content-Range"))
            .contains("bytes " + first + "-" + last + "/" + file.length);
        assertThat(AudioStage.bytes(answer))
            .as(wanted.header())
            .isEqualTo(Arrays.copyOfRange(file, first, last + 1));
      }
    }
  }

  private static Wanted wanted(Random random, int length) {
    // Edges are met often: the first and last byte, and what lies just behind the end.
    int first = edge(random, length);
    int last = edge(random, length);
    return switch (random.nextInt(3)) {
      case 0 ->
          new Wanted(
              "bytes=" + first + "-",
              first < length ? Optional.of(new int[] {first, length - 1}) : Optional.empty());
      case 1 -> {
        int from = Math.min(first, last);
        int to = Math.max(first, last);
        yield new Wanted(
            "bytes=" + from + "-" + to,
            from < length
                ? Optional.of(new int[] {from, Math.min(to, length - 1)})
                : Optional.empty());
      }
      default ->
          new Wanted(
              "bytes=-" + first,
              first > 0
                  ? Optional.of(new int[] {Math.max(0, length - first), length - 1})
                  : Optional.empty());
    };
  }

  private static int edge(Random random, int length) {
    return switch (random.nextInt(5)) {
      case 0 -> random.nextInt(3);
      case 1 -> length - 2 + random.nextInt(4);
      case 2 -> length + random.nextInt(1_000_000);
      default -> random.nextInt(length);
    };
  }
}
