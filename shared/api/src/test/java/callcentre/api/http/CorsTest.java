package callcentre.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import callcentre.aws.Environment;
import io.micronaut.http.HttpMethod;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CorsTest {

  private static final String ALLOW = "Access-Control-Allow-Origin";

  private final Cors cors = cors("https://dashboard.example, http://localhost:*");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://dashboard.example",
        "http://localhost",
        "http://localhost:3000",
        "http://localhost:65535"
      })
  void anAllowedOriginIsGivenBackAsItIs(String origin) {
    assertThat(cors.headers(origin)).containsEntry(ALLOW, origin).containsEntry("Vary", "Origin");
    assertThat(cors.headers(origin).get("Access-Control-Expose-Headers"))
        .contains(
            "x-request-id",
            "etag",
            "retry-after",
            "ratelimit-remaining",
            "content-range",
            "accept-ranges",
            "content-disposition");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://dashboard.example",
        "https://dashboard.example.evil.example",
        "https://dashboard.example:8443",
        "https://localhost:3000",
        "http://localhost:3000.evil.example",
        "http://localhost.evil.example",
        "http://localhost:",
        "null",
        ""
      })
  void anyOtherOriginGetsNoCorsHeaderAtAll(String origin) {
    assertThat(cors.headers(origin)).isEqualTo(Map.of("Vary", "Origin"));
    assertThat(cors.preflight(origin, methods())).containsOnlyKeys("Vary", "Allow");
  }

  @Test
  void aPreflightNamesMethodsAndHeaders() {
    assertThat(cors.preflight("http://localhost:3000", methods()))
        .containsEntry("Access-Control-Allow-Methods", "GET, PUT, OPTIONS")
        .containsEntry("Access-Control-Max-Age", "600")
        .containsEntry(
            "Access-Control-Allow-Headers",
            "authorization, content-type, idempotency-key, if-match, range, x-user-id,"
                + " x-csrf-token")
        .doesNotContainKey("Access-Control-Allow-Credentials");
  }

  @Test
  void aStarAllowsEveryOriginAndNothingSetAllowsNone() {
    assertThat(cors("*").headers("https://anywhere.example")).containsEntry(ALLOW, "*");
    assertThat(cors("").headers("https://anywhere.example")).doesNotContainKey(ALLOW);
  }

  private static TreeSet<HttpMethod> methods() {
    return new TreeSet<>(List.of(HttpMethod.PUT, HttpMethod.GET));
  }

  private static Cors cors(String origins) {
    return new Cors(new Environment(Map.of("ALLOWED_ORIGINS", origins)));
  }
}
