package callcentre.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import callcentre.simulator.faults.Fault;
import callcentre.simulator.faults.FaultKind;
import callcentre.simulator.faults.FaultMatch;
import callcentre.simulator.history.CallDraft;
import callcentre.simulator.history.PhoneCall;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RecordingsTest extends HistoryTest {

  private final HttpClient http = HttpClient.newHttpClient();
  private PhoneCall call;

  @BeforeEach
  void aRecordedCall() {
    call = simulator.add(CallDraft.at(minutesAgo(90)).lasting(Duration.ofSeconds(10)).recorded());
  }

  @AfterEach
  void closeTheClient() {
    http.close();
  }

  @Test
  void theLinkHasSpacesAndNeedsNoSignIn() throws Exception {
    assertThat(link()).contains("_Maria Lopez.wav?recordid=").startsWith(simulator.baseUrl());

    HttpResponse<byte[]> file = get(link(), "");

    assertThat(file.statusCode()).isEqualTo(200);
    assertThat(file.headers().firstValue("Content-Type")).contains("audio/wav");
    assertThat(file.headers().firstValue("Accept-Ranges")).contains("bytes");
    assertThat(new String(file.body(), 0, 4, StandardCharsets.US_ASCII)).isEqualTo("RIFF");
    ByteBuffer header = ByteBuffer.wrap(file.body()).order(ByteOrder.LITTLE_ENDIAN);
    assertThat(header.getInt(40)).isEqualTo(160_000).isEqualTo(file.body().length - 44);
    assertThat(header.getInt(4)).isEqualTo(file.body().length - 8);
  }

  @Test
  void everyPartIsThatPartOfTheWhole() throws Exception {
    byte[] whole = get(link(), "").body();

    HttpResponse<byte[]> middle = get(link(), "bytes=1001-20000");
    assertThat(middle.statusCode()).isEqualTo(206);
    assertThat(middle.headers().firstValue("Content-Range"))
        .contains("bytes 1001-20000/" + whole.length);
    assertThat(middle.body()).isEqualTo(Arrays.copyOfRange(whole, 1_001, 20_001));
    assertThat(get(link(), "bytes=159999-").body())
        .isEqualTo(Arrays.copyOfRange(whole, 159_999, whole.length));
    assertThat(get(link(), "bytes=-7").body())
        .isEqualTo(Arrays.copyOfRange(whole, whole.length - 7, whole.length));
    assertThat(get(link(), "bytes=10-999999999").body()).hasSize(whole.length - 10);
    assertThat(get(link(), "bytes=1-2,5-6").statusCode()).isEqualTo(200);
    HttpResponse<byte[]> beyond = get(link(), "bytes=999999999-");
    assertThat(beyond.statusCode()).isEqualTo(416);
    assertThat(beyond.headers().firstValue("Content-Range")).contains("bytes */" + whole.length);
  }

  @Test
  void aServerThatIgnoresRangesAnswersTheWholeFile() throws Exception {
    simulator.change(s -> s.withAudio(s.audio().withRanges(false)));

    HttpResponse<byte[]> file = get(link(), "bytes=0-9");

    assertThat(file.statusCode()).isEqualTo(200);
    assertThat(file.body()).hasSize(160_044);
    assertThat(file.headers().firstValue("Accept-Ranges")).isEmpty();
  }

  @Test
  void anHourIsServedWithoutBeingHeldInMemory() throws Exception {
    simulator.change(s -> s.withAudio(s.audio().withLengthSeconds(3_600)));
    long hourBytes = 57_600_044;

    HttpResponse<byte[]> end = get(link(), "bytes=57600000-");
    HttpRequest whole = HttpRequest.newBuilder(uri(link())).build();
    long read = 0;
    try (InputStream body = http.send(whole, BodyHandlers.ofInputStream()).body()) {
      byte[] buffer = new byte[65_536];
      for (int count = body.read(buffer); count >= 0; count = body.read(buffer)) {
        read += count;
      }
    }

    assertThat(read).isEqualTo(hourBytes);
    assertThat(end.headers().firstValue("Content-Range"))
        .contains("bytes 57600000-57600043/57600044");
  }

  @Test
  void aLinkExpiresAfterItsLifeAndAFreshOneIsGood() throws Exception {
    simulator.change(s -> s.withAudio(s.audio().withLinkLifetimeSeconds(60)));
    String old = link();
    assertThat(get(old, "").statusCode()).isEqualTo(200);

    simulator.clock().advance(Duration.ofSeconds(61));

    assertThat(get(old, "").statusCode()).isEqualTo(403);
    assertThat(get(link(), "").statusCode()).isEqualTo(200);
    simulator.change(s -> s.withAudio(s.audio().withExpiredStatus(404)));
    assertThat(get(old, "").statusCode()).isEqualTo(404);
  }

  @Test
  void allLinksCanBeMadeToExpireAtOnce() throws Exception {
    String old = link();
    caller.control("DELETE", "/links", "");

    assertThat(get(old, "").statusCode()).isEqualTo(403);
    assertThat(get(link(), "").statusCode()).isEqualTo(200);
  }

  @Test
  void aForgedTokenOpensNothing() throws Exception {
    String link = link();
    int token = link.indexOf("recordid=") + "recordid=".length();
    char first = link.charAt(token) == '0' ? '1' : '0';
    String forged = link.substring(0, token) + first + link.substring(token + 1);

    assertThat(get(forged, "").statusCode()).isEqualTo(404);
    assertThat(get(link.substring(0, token), "").statusCode()).isEqualTo(404);
  }

  @Test
  void voicemailsAndJournalLinksAreServedToo() throws Exception {
    PhoneCall left =
        simulator.add(
            CallDraft.at(minutesAgo(60)).leaving(null, Duration.ofSeconds(2), null, "101"));
    String voicemail = list("/v4/api/voicemails").at("/voicemails/0/voicemailRecord/uri").asText();
    assertThat(get(voicemail, "").body()).hasSize(32_044);
    String ofRow = journal("state=voicemail").getFirst().at("/voicemail/recording/link").asText();
    assertThat(get(ofRow, "").body()).hasSize(32_044);
    String recording = journal("state=connected").getFirst().at("/recording/link").asText();
    assertThat(get(recording, "").body()).isEqualTo(get(link(), "").body());

    caller.delete(REQUESTS + "/voicemail?removeText=false&requestIds=" + left.requestId(), token);
    assertThat(get(voicemail, "").statusCode()).isEqualTo(404);
  }

  @Test
  void linksMayHaveASingleSlash() {
    simulator.change(s -> s.withAudio(s.audio().withSingleSlashLinks(true)));

    assertThat(link()).startsWith("http:/127.0.0.1:" + simulator.port() + "/");
  }

  @Test
  void headTellsTheLength() throws Exception {
    HttpRequest head =
        HttpRequest.newBuilder(uri(link())).method("HEAD", BodyPublishers.noBody()).build();

    assertThat(http.send(head, BodyHandlers.discarding()).headers().firstValue("Content-Length"))
        .contains("160044");
  }

  @Test
  void downloadsAreCountedFaultyAndOutsideTheDailyLimit() throws Exception {
    String link = link();
    int used = simulator.budgetUsed();
    simulator.add(
        Fault.of(FaultKind.MALFORMED, FaultMatch.at("GET", "/Mightycall/Files/*").times(1)));

    assertThatThrownBy(() -> get(link, "")).isInstanceOf(IOException.class);
    assertThat(get(link, "").statusCode()).isEqualTo(200);
    assertThat(simulator.budgetUsed()).isEqualTo(used);
    assertThat(simulator.requests().count("GET", "/Mightycall/Files/{file}")).isEqualTo(2);
  }

  private String link() {
    return list("/v4/api/calls/" + call.guid()).at("/callRecord/uri").asText();
  }

  private HttpResponse<byte[]> get(String link, String range)
      throws IOException, InterruptedException {
    HttpRequest.Builder request = HttpRequest.newBuilder(uri(link));
    if (!range.isEmpty()) {
      request.header("Range", range);
    }
    return http.send(request.build(), BodyHandlers.ofByteArray());
  }

  private static URI uri(String link) {
    return URI.create(link.replace(" ", "%20"));
  }
}
