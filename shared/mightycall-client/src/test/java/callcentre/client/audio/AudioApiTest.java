package callcentre.client.audio;

import static callcentre.client.audio.RecordingHost.SOUND;
import static callcentre.client.audio.RecordingHost.answer;
import static callcentre.client.audio.RecordingHost.soon;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import callcentre.client.error.ErrorKind;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a host of recordings answers. */
class AudioApiTest {

  private RecordingHost host;

  @BeforeEach
  void start() throws IOException {
    host = new RecordingHost();
  }

  @AfterEach
  void stop() {
    host.close();
  }

  @Test
  void aWholeRecordingComesWithoutAnyKey() throws IOException {
    host.serve("/rec/", exchange -> answer(exchange, 200, "Audio/WAV; x=1", SOUND));

    AudioAnswer answer =
        host.audio().open(host.base() + "/rec/Maria Lopez.wav?id=a", Optional.empty(), soon());

    assertThat(answer).isInstanceOf(AudioAnswer.Whole.class);
    try (AudioStream stream = ((AudioAnswer.Whole) answer).audio()) {
      assertThat(stream.contentType()).contains("audio/wav");
      assertThat(stream.length()).hasValue(SOUND.length);
      assertThat(stream.bytes().readAllBytes()).isEqualTo(SOUND);
    }
    HttpExchange request = host.last().orElseThrow();
    assertThat(request.getRequestURI().getRawPath()).isEqualTo("/rec/Maria%20Lopez.wav");
    assertThat(request.getRequestHeaders().keySet())
        .doesNotContain("Authorization", "X-api-key", "Range", "Cookie");
  }

  @Test
  void aRangeIsPassedOnAndItsPlaceIsTold() throws IOException {
    host.serve(
        "/rec/",
        exchange -> {
          exchange.getResponseHeaders().add("Content-Range", "bytes 4-7/" + SOUND.length);
          answer(exchange, 206, "audio/wav", Arrays.copyOfRange(SOUND, 4, 8));
        });

    AudioAnswer answer =
        host.audio().open(host.base() + "/rec/a.wav", Optional.of("bytes=4-7"), soon());

    assertThat(answer).isInstanceOf(AudioAnswer.Part.class);
    AudioAnswer.Part part = (AudioAnswer.Part) answer;
    assertThat(part.range()).isEqualTo(new ContentRange(4, 7, OptionalLong.of(SOUND.length)));
    try (AudioStream stream = part.audio()) {
      assertThat(stream.bytes().readAllBytes()).isEqualTo(Arrays.copyOfRange(SOUND, 4, 8));
    }
    assertThat(host.last().orElseThrow().getRequestHeaders().getFirst("Range"))
        .isEqualTo("bytes=4-7");
  }

  @Test
  void aHostThatIgnoresTheRangeGivesTheWhole() {
    host.serve("/rec/", exchange -> answer(exchange, 200, "audio/wav", SOUND));

    AudioAnswer answer =
        host.audio().open(host.base() + "/rec/a.wav", Optional.of("bytes=4-7"), soon());

    assertThat(answer).isInstanceOf(AudioAnswer.Whole.class);
    ((AudioAnswer.Whole) answer).audio().close();
  }

  @ParameterizedTest
  @ValueSource(ints = {401, 403, 404, 410})
  void anExpiredLinkIsToldApart(int status) {
    host.serve("/rec/", exchange -> answer(exchange, status, "text/html", SOUND));

    assertThat(host.audio().open(host.base() + "/rec/a.wav", Optional.empty(), soon()))
        .isEqualTo(new AudioAnswer.Expired(status));
  }

  @Test
  void aRangeBeyondTheEndTellsTheLength() {
    host.serve(
        "/rec/",
        exchange -> {
          exchange.getResponseHeaders().add("Content-Range", "bytes */21");
          answer(exchange, 416, "text/plain", new byte[0]);
        });

    assertThat(host.audio().open(host.base() + "/rec/a.wav", Optional.of("bytes=99-"), soon()))
        .isEqualTo(new AudioAnswer.OutOfRange(OptionalLong.of(21)));
  }

  @ParameterizedTest
  @CsvSource({
    "500,UNAVAILABLE",
    "503,UNAVAILABLE",
    "204,UNEXPECTED_ANSWER",
    "206,UNEXPECTED_ANSWER",
  })
  void anythingElseIsAFailure(int status, ErrorKind kind) {
    host.serve("/rec/", exchange -> answer(exchange, status, "audio/wav", new byte[0]));

    assertThat(host.failure(host.base() + "/rec/a.wav", soon()).kind()).isEqualTo(kind);
  }

  @ParameterizedTest
  @ValueSource(strings = {"bytes=0-1,4-5", "items=0-1", "bytes=a-b", "bytes=0-1\r\nX: y", ""})
  void whatIsNotOneRangeIsNeverPassedOn(String range) {
    assertThatThrownBy(
            () -> host.audio().open(host.base() + "/rec/a.wav", Optional.of(range), soon()))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(host.last()).isEmpty();
  }
}
