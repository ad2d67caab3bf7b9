package callcentre.simulator;

import callcentre.simulator.history.PhoneCall;
import callcentre.simulator.history.Voicemail;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** Calls a simulator over HTTP as a correct client does. */
final class Caller implements AutoCloseable {

  private static final ObjectMapper MAPPER = new ObjectMapper();

  /** An answer with its body as JSON; missing where the body is empty. */
  record Reply(int status, JsonNode json, HttpResponse<String> http) {}

  private final Simulator simulator;
  private final HttpClient client = HttpClient.newHttpClient();

  Caller(Simulator simulator) {
    this.simulator = simulator;
  }

  HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(simulator.baseUrl() + path));
  }

  HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return client.send(request.build(), BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  Reply json(HttpRequest.Builder request) {
    HttpResponse<String> response = send(request);
    try {
      return new Reply(response.statusCode(), MAPPER.readTree(response.body()), response);
    } catch (IOException e) {
      throw new UncheckedIOException(response.body(), e);
    }
  }

  Reply token(Map<String, String> form) {
    String body =
        form.entrySet().stream()
            .map(field -> field.getKey() + "=" + encoded(field.getValue()))
            .collect(Collectors.joining("&"));
    return json(
        request("/v4/auth/token")
            .header("x-api-key", simulator.apiKey())
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(body)));
  }

  Reply signIn(String apiKey, String secret) {
    return token(
        Map.of("grant_type", "client_credentials", "client_id", apiKey, "client_secret", secret));
  }

  Reply refresh(String refreshToken) {
    return token(Map.of("grant_type", "refresh_token", "refresh_token", refreshToken));
  }

  /** An access token of the administrator. */
  String accessToken() {
    return accessToken(simulator.adminSecret());
  }

  String accessToken(String secret) {
    return signIn(simulator.apiKey(), secret).json().path("access_token").asText();
  }

  HttpRequest.Builder signed(String path, String accessToken) {
    return request(path)
        .header("Authorization", "Bearer " + accessToken)
        .header("x-api-key", simulator.apiKey());
  }

  Reply get(String path, String accessToken) {
    return json(signed(path, accessToken).GET());
  }

  Reply put(String path, String accessToken) {
    return json(signed(path, accessToken).PUT(BodyPublishers.noBody()));
  }

  Reply delete(String path, String accessToken) {
    return json(signed(path, accessToken).DELETE());
  }

  /** A request with a body of this media type. */
  Reply send(String method, String path, String accessToken, String mediaType, String body) {
    return json(
        signed(path, accessToken)
            .header("Content-Type", mediaType)
            .method(method, BodyPublishers.ofString(body)));
  }

  Reply deleteNumbers(String accessToken, String body) {
    return json(
        signed("/v4/api/phonenumbers", accessToken)
            .header("Content-Type", "application/json")
            .method("DELETE", BodyPublishers.ofString(body)));
  }

  /** The voicemail that a call left. */
  static Voicemail voicemailOf(PhoneCall call) {
    return Objects.requireNonNull(call.voicemail());
  }

  /** A request to the control API; no body when it is empty. */
  Reply control(String method, String path, String body) {
    return json(
        request("/_simulator" + path)
            .method(
                method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body)));
  }

  @Override
  public void close() {
    client.close();
  }

  private static String encoded(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8);
  }
}
