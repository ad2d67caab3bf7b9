package callcentre.functions.operations;

import callcentre.aws.Environment;
import callcentre.aws.Variable;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What anybody may know: what the stage offers, whether it is configured, how it is spoken to. */
@Controller("/api")
final class PublicController {

  private static final List<String> FEATURES =
      List.of("numbers", "extensions", "reports", "users", "organisations", "sync");

  private final Environment environment;
  private final Health health;
  private final OpenApiDocument document;

  PublicController(Environment environment, Health health, OpenApiDocument document) {
    this.environment = environment;
    this.health = health;
    this.document = document;
  }

  /**
   * The answer of {@code /api/config}.
   *
   * @param wsUrl empty while the stack has no live channel
   */
  record Config(Optional<String> wsUrl, String version, List<String> features) {}

  /** The answer of {@code /api/health}. */
  record HealthView(String status, List<String> missing) {}

  @Get("/config")
  Config config() {
    String version = environment.find(Variable.APP_VERSION).orElse("development");
    Optional<String> liveUrl = environment.find(Variable.LIVE_URL);
    List<String> features =
        Stream.concat(FEATURES.stream(), liveUrl.map(url -> "live").stream()).toList();
    return new Config(liveUrl, version, features);
  }

  /** 200 whatever is missing: that it answers is one thing, what it says another. */
  @Get("/health")
  HealthView health() {
    List<String> missing = health.missing();
    return new HealthView(missing.isEmpty() ? "ok" : "degraded", missing);
  }

  @Get(value = "/openapi.json", produces = MediaType.APPLICATION_JSON)
  HttpResponse<String> openApi() {
    return HttpResponse.ok(document.text())
        .header(HttpHeaders.ETAG, document.tag())
        .header(HttpHeaders.CACHE_CONTROL, "public, max-age=300");
  }
}
