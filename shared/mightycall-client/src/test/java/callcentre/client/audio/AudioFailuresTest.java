package callcentre.client.audio;

import static callcentre.client.audio.RecordingHost.SOUND;
import static callcentre.client.audio.RecordingHost.answer;
import static callcentre.client.audio.RecordingHost.redirect;
import static callcentre.client.audio.RecordingHost.soon;
import static callcentre.client.audio.RecordingHost.within;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import callcentre.client.error.ErrorKind;
import callcentre.client.error.MightyCallException;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Hosts of recordings that lead elsewhere, stall, break off or do not answer. */
class AudioFailuresTest {

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
  void aRedirectWithinTheAccountsHostIsFollowed() throws IOException {
    host.serve("/rec/", exchange -> redirect(exchange, "/store/b c.wav"));
    host.serve("/store/", exchange -> answer(exchange, 200, "audio/mpeg", SOUND));

    AudioAnswer answer = host.audio().open(host.base() + "/rec/a.wav", Optional.empty(), soon());

    try (AudioStream stream = ((AudioAnswer.Whole) answer).audio()) {
      assertThat(stream.bytes().readAllBytes()).isEqualTo(SOUND);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://169.254.169.254/latest/meta-data",
        "https://evil.example/a.wav",
        "//evil.example/a.wav",
        "file:///etc/passwd",
        "http://127.0.0.1:1/a.wav",
      })
  void aRedirectToAnotherHostIsNeverFollowed(String location) {
    host.serve("/rec/", exchange -> redirect(exchange, location));

    MightyCallException failed = host.failure(host.base() + "/rec/a.wav", soon());

    assertThat(failed.kind()).isEqualTo(ErrorKind.UNEXPECTED_ANSWER);
    assertThat(failed.getMessage()).doesNotContain("evil", "169.254", "passwd");
  }

  @Test
  void redirectsWithoutEndAreGivenUp() {
    host.serve("/rec/", exchange -> redirect(exchange, "/rec/a.wav"));

    assertThat(host.failure(host.base() + "/rec/a.wav", soon()).kind())
        .isEqualTo(ErrorKind.UNEXPECTED_ANSWER);
  }

  @Test
  void aLinkToSomebodyElseIsNeverAsked() {
    assertThat(host.failure("https://evil.example/a.wav?recordid=SECRET", soon()))
        .satisfies(failed -> assertThat(failed.kind()).isEqualTo(ErrorKind.UNEXPECTED_ANSWER))
        .satisfies(failed -> assertThat(failed.getMessage()).doesNotContain("evil", "SECRET"));
  }

  @Test
  void aHostThatDoesNotAnswerEndsWithTheCallersDeadline() {
    host.serve("/rec/", exchange -> host.waitUntilOver());

    assertThat(host.failure(host.base() + "/rec/a.wav", within(Duration.ofMillis(300))).kind())
        .isEqualTo(ErrorKind.TIMEOUT);
  }

  @Test
  void aBodyThatStallsEndsWithTheCallersDeadline() throws IOException {
    host.serve(
        "/rec/",
        exchange -> {
          exchange.sendResponseHeaders(200, SOUND.length);
          exchange.getResponseBody().write(SOUND, 0, 4);
          exchange.getResponseBody().flush();
          host.waitUntilOver();
        });

    AudioAnswer answer =
        host.audio()
            .open(host.base() + "/rec/a.wav", Optional.empty(), within(Duration.ofMillis(700)));

    try (AudioStream stream = ((AudioAnswer.Whole) answer).audio()) {
      InputStream bytes = stream.bytes();
      assertThat(bytes.readNBytes(4)).isEqualTo(Arrays.copyOf(SOUND, 4));
      assertThatThrownBy(bytes::read).isInstanceOf(HttpTimeoutException.class);
    }
  }

  @Test
  void aBodyThatBreaksOffIsNeverTakenForTheWhole() throws IOException {
    host.serve(
        "/rec/",
        exchange -> {
          exchange.sendResponseHeaders(200, SOUND.length);
          exchange.getResponseBody().write(SOUND, 0, 4);
          exchange.getResponseBody().flush();
          throw new IOException("the host breaks off");
        });

    AudioAnswer answer = host.audio().open(host.base() + "/rec/a.wav", Optional.empty(), soon());

    try (AudioStream stream = ((AudioAnswer.Whole) answer).audio()) {
      assertThatThrownBy(() -> stream.bytes().readAllBytes())
          .isInstanceOf(IOException.class)
          .isNotInstanceOf(HttpTimeoutException.class);
    }
  }

  @Test
  void afterTheDeadlineNothingIsSent() {
    host.serve("/rec/", exchange -> answer(exchange, 200, "audio/wav", SOUND));

    assertThat(host.failure(host.base() + "/rec/a.wav", within(Duration.ZERO)).kind())
        .isEqualTo(ErrorKind.TIMEOUT);
    assertThat(host.last()).isEmpty();
  }
}
