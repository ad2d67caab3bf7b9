package callcentre.client.audio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import callcentre.client.CallContext;
import callcentre.client.Deadline;
import callcentre.client.error.ErrorKind;
import callcentre.client.error.MightyCallException;
import callcentre.client.http.ProviderHost;
import callcentre.domain.budget.RequestClass;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Recordings from a host that does everything that hosts of recordings do. */
class AudioApiTest {

  private static final byte[] SOUND = "RIFF....WAVEfmt sound".getBytes(StandardCharsets.US_ASCII);

  private final AtomicReference<HttpExchange> last = new AtomicReference<>();
  private final CountDownLatch over = new CountDownLatch(1);
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private HttpServer server;
  private AudioApi audio;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.start();
    ProviderHost host = ProviderHost.find(base()).orElseThrow();
    audio = new AudioApi(() -> host, InstantSource.system());
  }

  @AfterEach
  void stop() {
    over.countDown();
    server.stop(0);
    threads.shutdownNow();
  }

  @Test
  void aWholeRecordingComesWithoutAnyKey() throws IOException {
    serve("/rec/", exchange -> answer(exchange, 200, "Audio/WAV; x=1", SOUND));

    AudioAnswer answer = audio.open(base() + "/rec/Maria Lopez.wav?id=a", Optional.empty(), soon());

    assertThat(answer).isInstanceOf(AudioAnswer.Whole.class);
    try (AudioStream stream = ((AudioAnswer.Whole) answer).audio()) {
      assertThat(stream.contentType()).contains("audio/wav");
      assertThat(stream.length()).hasValue(SOUND.length);
      assertThat(stream.bytes().readAllBytes()).isEqualTo(SOUND);
    }
    HttpExchange request = last.get();
    assertThat(request.getRequestURI().getRawPath()).isEqualTo("/rec/Maria%20Lopez.wav");
    assertThat(request.getRequestHeaders().keySet())
        .doesNotContain("Authorization", "X-api-key", "Range", "Cookie");
  }

  @Test
  void aRangeIsPassedOnAndItsPlaceIsTold() throws IOException {
    serve(
        "/rec/",
        exchange -> {
          exchange.getResponseHeaders().add("Content-Range", "bytes 4-7/" + SOUND.length);
          answer(exchange, 206, "audio/wav", Arrays.copyOfRange(SOUND, 4, 8));
        });

    AudioAnswer answer = audio.open(base() + "/rec/a.wav", Optional.of("bytes=4-7"), soon());

    assertThat(answer).isInstanceOf(AudioAnswer.Part.class);
    AudioAnswer.Part part = (AudioAnswer.Part) answer;
    assertThat(part.range()).isEqualTo(new ContentRange(4, 7, OptionalLong.of(SOUND.length)));
    try (AudioStream stream = part.audio()) {
      assertThat(stream.bytes().readAllBytes()).isEqualTo(Arrays.copyOfRange(SOUND, 4, 8));
    }
    assertThat(last.get().getRequestHeaders().getFirst("Range")).isEqualTo("bytes=4-7");
  }

  @Test
  void aHostThatIgnoresTheRangeGivesTheWhole() {
    serve("/rec/", exchange -> answer(exchange, 200, "audio/wav", SOUND));

    AudioAnswer answer = audio.open(base() + "/rec/a.wav", Optional.of("bytes=4-7"), soon());

    assertThat(answer).isInstanceOf(AudioAnswer.Whole.class);
    ((AudioAnswer.Whole) answer).audio().close();
  }

  @ParameterizedTest
  @ValueSource(ints = {401, 403, 404, 410})
  void anExpiredLinkIsToldApart(int status) {
    serve("/rec/", exchange -> answer(exchange, status, "text/html", SOUND));

    assertThat(audio.open(base() + "/rec/a.wav", Optional.empty(), soon()))
        .isEqualTo(new AudioAnswer.Expired(status));
  }

  @Test
  void aRangeBeyondTheEndTellsTheLength() {
    serve(
        "/rec/",
        exchange -> {
          exchange.getResponseHeaders().add("Content-Range", "bytes */21");
          answer(exchange, 416, "text/plain", new byte[0]);
        });

    assertThat(audio.open(base() + "/rec/a.wav", Optional.of("bytes=99-"), soon()))
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
    serve("/rec/", exchange -> answer(exchange, status, "audio/wav", new byte[0]));

    assertThat(failure(base() + "/rec/a.wav", soon()).kind()).isEqualTo(kind);
  }

  @Test
  void aRedirectWithinTheAccountsHostIsFollowed() throws IOException {
    serve("/rec/", exchange -> redirect(exchange, "/store/b c.wav"));
    serve("/store/", exchange -> answer(exchange, 200, "audio/mpeg", SOUND));

    AudioAnswer answer = audio.open(base() + "/rec/a.wav", Optional.empty(), soon());

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
    serve("/rec/", exchange -> redirect(exchange, location));

    MightyCallException failed = failure(base() + "/rec/a.wav", soon());

    assertThat(failed.kind()).isEqualTo(ErrorKind.UNEXPECTED_ANSWER);
    assertThat(failed.getMessage()).doesNotContain("evil", "169.254", "passwd");
  }

  @Test
  void redirectsWithoutEndAreGivenUp() {
    serve("/rec/", exchange -> redirect(exchange, "/rec/a.wav"));

    assertThat(failure(base() + "/rec/a.wav", soon()).kind())
        .isEqualTo(ErrorKind.UNEXPECTED_ANSWER);
  }

  @Test
  void aLinkToSomebodyElseIsNeverAsked() {
    assertThat(failure("https://evil.example/a.wav?recordid=SECRET", soon()))
        .satisfies(failed -> assertThat(failed.kind()).isEqualTo(ErrorKind.UNEXPECTED_ANSWER))
        .satisfies(failed -> assertThat(failed.getMessage()).doesNotContain("evil", "SECRET"));
  }

  @Test
  void aHostThatDoesNotAnswerEndsWithTheCallersDeadline() {
    serve("/rec/", exchange -> waitUntilOver());

    assertThat(failure(base() + "/rec/a.wav", within(Duration.ofMillis(300))).kind())
        .isEqualTo(ErrorKind.TIMEOUT);
  }

  @Test
  void aBodyThatStallsEndsWithTheCallersDeadline() throws IOException {
    serve(
        "/rec/",
        exchange -> {
          exchange.sendResponseHeaders(200, SOUND.length);
          exchange.getResponseBody().write(SOUND, 0, 4);
          exchange.getResponseBody().flush();
          waitUntilOver();
        });

    AudioAnswer answer =
        audio.open(base() + "/rec/a.wav", Optional.empty(), within(Duration.ofMillis(700)));

    try (AudioStream stream = ((AudioAnswer.Whole) answer).audio()) {
      InputStream bytes = stream.bytes();
      assertThat(bytes.readNBytes(4)).isEqualTo(Arrays.copyOf(SOUND, 4));
      assertThatThrownBy(bytes::read).isInstanceOf(HttpTimeoutException.class);
    }
  }

  @Test
  void aBodyThatBreaksOffIsNeverTakenForTheWhole() throws IOException {
    serve(
        "/rec/",
        exchange -> {
          exchange.sendResponseHeaders(200, SOUND.length);
          exchange.getResponseBody().write(SOUND, 0, 4);
          exchange.getResponseBody().flush();
          throw new IOException("the host breaks off");
        });

    AudioAnswer answer = audio.open(base() + "/rec/a.wav", Optional.empty(), soon());

    try (AudioStream stream = ((AudioAnswer.Whole) answer).audio()) {
      assertThatThrownBy(() -> stream.bytes().readAllBytes())
          .isInstanceOf(IOException.class)
          .isNotInstanceOf(HttpTimeoutException.class);
    }
  }

  @Test
  void afterTheDeadlineNothingIsSent() {
    serve("/rec/", exchange -> answer(exchange, 200, "audio/wav", SOUND));

    assertThat(failure(base() + "/rec/a.wav", within(Duration.ZERO)).kind())
        .isEqualTo(ErrorKind.TIMEOUT);
    assertThat(last.get()).isNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"bytes=0-1,4-5", "items=0-1", "bytes=a-b", "bytes=0-1\r\nX: y", ""})
  void whatIsNotOneRangeIsNeverPassedOn(String range) {
    assertThatThrownBy(() -> audio.open(base() + "/rec/a.wav", Optional.of(range), soon()))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(last.get()).isNull();
  }

  private MightyCallException failure(String link, CallContext context) {
    return catchThrowableOfType(
        MightyCallException.class, () -> audio.open(link, Optional.empty(), context));
  }

  private static CallContext soon() {
    return within(Duration.ofSeconds(30));
  }

  private static CallContext within(Duration time) {
    return new CallContext(RequestClass.INTERACTIVE, Deadline.in(time, InstantSource.system()));
  }

  private String base() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  private void serve(String path, HttpHandler handler) {
    server.createContext(
        path,
        exchange -> {
          last.set(exchange);
          handler.handle(exchange);
        });
  }

  private void waitUntilOver() {
    try {
      over.await();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  private static void redirect(HttpExchange exchange, String location) throws IOException {
    exchange.getResponseHeaders().add("Location", location);
    answer(exchange, 302, "text/html", new byte[0]);
  }

  private static void answer(HttpExchange exchange, int status, String type, byte[] body)
      throws IOException {
    exchange.getResponseHeaders().add("Content-Type", type);
    exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
    try (OutputStream out = exchange.getResponseBody()) {
      out.write(body);
    }
  }
}
