package callcentre.runner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import callcentre.aws.AwsClients;
import callcentre.runner.cli.Announcement;
import callcentre.runner.cli.Console;
import callcentre.runner.cli.LocalFacts;
import callcentre.runner.cli.LocalJson;
import callcentre.runner.cli.OptionParser;
import callcentre.runner.cli.Options;
import callcentre.runner.cli.Ports;
import callcentre.runner.cli.UsageException;
import callcentre.runner.sample.SamplePackage;
import callcentre.runner.stack.SampleTemplate;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.nimbusds.jose.crypto.MACVerifier;
import com.nimbusds.jwt.SignedJWT;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalSystemTest {

  private static final int FIRST_PORT = 21_400;

  @TempDir private Path repository;
  private final ByteArrayOutputStream screen = new ByteArrayOutputStream();
  private final Console console = new Console(new PrintStream(screen), new PrintStream(screen));

  @BeforeEach
  void writeRepository() throws IOException {
    Files.writeString(repository.resolve("template.yaml"), SampleTemplate.TEXT);
    for (String function : new String[] {"guard", "things", "job-worker"}) {
      SamplePackage.in(repository.resolve("functions").resolve(function).resolve("target"));
    }
  }

  @Test
  void aRequestPassesTheAuthorizerAndReachesTheFunctionAndTheDataOutlivesARestart()
      throws Exception {
    Options options = options();
    String firstToken;
    try (Started started = start(options)) {
      LocalFacts facts = started.facts();
      firstToken = facts.tokens().get("agent");

      assertThat(get(facts.address() + "/things/1", firstToken).body()).endsWith("/local-jobs");
      assertThat(get(facts.address() + "/things/1", "").statusCode()).isEqualTo(401);
      assertThat(
              get(facts.account().simulatorAddress().orElseThrow() + "/_simulator", "")
                  .statusCode())
          .isEqualTo(200);
      assertThat(facts.logs().get("things")).content().contains("REPORT RequestId: ");
    }
    try (Started started = start(options)) {
      String token = started.facts().tokens().get("agent");
      assertThat(get(started.facts().address() + "/things/1", token).statusCode()).isEqualTo(200);
      try (AwsClients clients = AwsClients.at(started.facts().endpoints())) {
        String key = new ObjectMapper().readTree(secret(clients)).path("key").asText();
        assertThat(SignedJWT.parse(token).verify(new MACVerifier(key))).isTrue();
        assertThat(SignedJWT.parse(firstToken).verify(new MACVerifier(key))).isTrue();
      }
    }
    assertThat(text()).contains("not honoured locally: 1 × AWS::Logs::LogGroup");
  }

  @Test
  void whatIsOnTheScreenIsInLocalJsonForItsOwnerOnly() throws Exception {
    try (Started started = start(options())) {
      Path file = LocalJson.write(started.facts());

      JsonNode json = new ObjectMapper().readTree(file.toFile());
      String announced = Announcement.of(started.facts(), 1.5);
      assertThat(announced).contains(json.path("address").asText(), file.toString());
      for (String role :
          new String[] {"platform_admin", "org_admin", "org_manager", "agent", "none"}) {
        String token = json.path("tokens").path(role).asText();
        assertThat(announced).contains(role).contains(token);
        assertThat(SignedJWT.parse(token).getJWTClaimsSet().getSubject())
            .isEqualTo(json.path("users").path(role).asText());
      }
      assertThat(json.path("simulator").path("control").asText()).endsWith("/_simulator");
      assertThat(json.path("simulator").path("api_key").asText()).isNotEmpty();
      assertThat(json.path("endpoints").path("dynamodb").asText()).startsWith("http://127.0.0.1:");
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
          .isEqualTo("rw-------");
    }
  }

  @Test
  void aClientConnectsThroughTheFunctionOfTheWebSocketApi() throws Exception {
    Files.writeString(
        repository.resolve("template.yaml"), SampleTemplate.TEXT + SampleTemplate.LIVE);
    SamplePackage.in(repository.resolve("functions").resolve("live").resolve("target"));
    try (Started started = start(options());
        HttpClient client = HttpClient.newHttpClient()) {
      URI address = URI.create(started.facts().apis().get("LiveApi"));
      WebSocket.Builder sockets = client.newWebSocketBuilder();
      WebSocket.Listener listener = new WebSocket.Listener() {};

      assertThat(address.toString()).matches("ws://localhost:\\d+/local");
      assertThat(Announcement.of(started.facts(), 1)).contains("./tail");
      assertThatThrownBy(() -> sockets.buildAsync(address, listener).join())
          .hasCauseInstanceOf(WebSocketHandshakeException.class);
      WebSocket socket = sockets.buildAsync(URI.create(address + "?ticket=one"), listener).join();
      assertThat(socket.isOutputClosed()).isFalse();
      // A client that is closed waits for its sockets.
      socket.abort();
    }
  }

  @Test
  void aBusyPortStartsNothing() throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Options options = options("--port", String.valueOf(taken.getLocalPort()));

      assertThatThrownBy(() -> LocalSystem.start(options, console, repository))
          .isInstanceOf(UsageException.class)
          .hasMessageContaining("Port " + taken.getLocalPort() + " is in use");
      assertThat(options.data()).doesNotExist();
    }
  }

  @Test
  void aStartThatFailsLeavesNothingBehindThatBlocksTheNext() throws Exception {
    Options options = options();
    Files.writeString(
        repository.resolve("template.yaml"), SampleTemplate.TEXT.replace("java25", "java21"));
    assertThatThrownBy(() -> LocalSystem.start(options, console, repository))
        .hasMessageContaining("runs java25");

    Files.writeString(repository.resolve("template.yaml"), SampleTemplate.TEXT);
    try (Started started = start(options)) {
      assertThat(started.facts().address()).isNotEmpty();
    }
  }

  private Options options(String... more) {
    String[] arguments = {
      "--port", String.valueOf(Ports.nextFree(FIRST_PORT)),
      "--simulator-port", String.valueOf(FIRST_PORT + 100),
      "--data", repository.resolve("data").toString()
    };
    String[] all = new String[arguments.length + more.length];
    System.arraycopy(arguments, 0, all, 0, arguments.length);
    System.arraycopy(more, 0, all, arguments.length, more.length);
    return OptionParser.parse(all).orElseThrow();
  }

  private record Started(LocalSystem system, LocalFacts facts) implements AutoCloseable {
    @Override
    public void close() {
      system.close();
    }
  }

  private Started start(Options options) throws IOException, InterruptedException {
    LocalSystem.Running running = LocalSystem.start(options, console, repository);
    return new Started(running.system(), running.facts());
  }

  private static HttpResponse<String> get(String address, String token) throws Exception {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address));
    if (!token.isEmpty()) {
      request.header("Authorization", "Bearer " + token);
    }
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client.send(request.build(), BodyHandlers.ofString());
    }
  }

  private static String secret(AwsClients clients) {
    return clients
        .secretsManager()
        .getSecretValue(request -> request.secretId("local/empty"))
        .secretString();
  }

  private String text() {
    return screen.toString(StandardCharsets.UTF_8);
  }
}
