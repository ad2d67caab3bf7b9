package callcentre.aws.logging;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.read.ListAppender;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class JsonLinesTest {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final Logger logger = (Logger) LoggerFactory.getLogger("callcentre.test");
  private final ListAppender<ILoggingEvent> events = new ListAppender<>();
  private final JsonLines encoder = new JsonLines();

  @BeforeEach
  void listen() {
    events.start();
    logger.addAppender(events);
    logger.setAdditive(false);
  }

  @AfterEach
  void stop() {
    logger.detachAppender(events);
    logger.setAdditive(true);
  }

  @Test
  void keyValuePairsAreFieldsOfTheLineAndKeepTheirTypes() throws IOException {
    logger
        .atInfo()
        .addKeyValue("event", "provider_request")
        .addKeyValue("status", 200)
        .addKeyValue("used", 1750L)
        .addKeyValue("share", 0.7)
        .addKeyValue("retried", false)
        .addKeyValue("cause", (Object) null)
        .log("called {}", "phonenumbers");

    JsonNode line = line();
    assertThat(line.path("level").asText()).isEqualTo("INFO");
    assertThat(line.path("logger").asText()).isEqualTo("callcentre.test");
    assertThat(line.path("message").asText()).isEqualTo("called phonenumbers");
    assertThat(Instant.parse(line.path("timestamp").asText())).isNotNull();
    assertThat(line.path("event").asText()).isEqualTo("provider_request");
    assertThat(line.path("status").isInt()).isTrue();
    assertThat(line.path("used").asLong()).isEqualTo(1750);
    assertThat(line.path("share").asDouble()).isEqualTo(0.7);
    assertThat(line.path("retried").isBoolean()).isTrue();
    assertThat(line.path("cause").isNull()).isTrue();
  }

  @Test
  void numbersAndSecretsAreMaskedInMessagesFieldsAndErrors() throws IOException {
    logger
        .atError()
        .addKeyValue("number", "+13123190123")
        .addKeyValue("api_key", "short")
        .addKeyValue("body", "{\"apiKey\":\"secret-value\"}")
        .setCause(new IllegalStateException("refused access_token=secret-value for +13123190123"))
        .log("calling +13123190123 with Bearer 0123456789abcdefgh");

    String text = text();
    assertThat(text)
        .doesNotContain("3123190123")
        .doesNotContain("secret-value")
        .doesNotContain("0123456789abcdefgh")
        .doesNotContain("short");
    JsonNode line = JSON.readTree(text);
    assertThat(line.path("number").asText()).isEqualTo("+1******0123");
    assertThat(line.path("api_key").asText()).isEqualTo("***");
    assertThat(line.path("error").path("type").asText())
        .isEqualTo("java.lang.IllegalStateException");
    assertThat(line.path("error").path("stack").asText()).contains("JsonLinesTest");
  }

  @Test
  void aLineIsOneLineWhateverItHolds() throws IOException {
    logger.atInfo().addKeyValue("text", "a\n\"b\"\t\u0001").log("first\nsecond");

    String text = text();
    assertThat(text).endsWith("}\n").hasLineCount(1);
    assertThat(JSON.readTree(text).path("text").asText()).isEqualTo("a\n\"b\"\t\u0001");
  }

  @Test
  void aFieldThatIsNamedLikeAPartOfTheLineDoesNotReplaceIt() throws IOException {
    logger.atInfo().addKeyValue("level", "high").log("x");

    assertThat(line().path("level").asText()).isEqualTo("INFO");
    assertThat(line().path("level_").asText()).isEqualTo("high");
  }

  @Test
  void anEndlessTextIsCutAndSaysSo() throws IOException {
    logger.info("{}", "x".repeat(40_000));

    assertThat(line().path("message").asText())
        .hasSizeLessThan(17_000)
        .contains("40000 characters");
  }

  @Test
  void theIdsOfARequestAreInItsLinesOnly() throws IOException {
    try (RequestScope scope = RequestScope.open("aws-1", "req-1")) {
      assertThat(scope).isNotNull();
      logger.info("inside");
      assertThat(line().path("aws_request_id").asText()).isEqualTo("aws-1");
      assertThat(line().path("request_id").asText()).isEqualTo("req-1");
    }

    events.list.clear();
    logger.info("outside");
    assertThat(line().has("aws_request_id")).isFalse();
    assertThat(line().has("request_id")).isFalse();
  }

  @Test
  void loggingIsSetUpWithoutAnyFile() {
    LoggerContext loggers = (LoggerContext) LoggerFactory.getILoggerFactory();
    Logger root = loggers.getLogger(Logger.ROOT_LOGGER_NAME);

    assertThat(root.getAppender("console"))
        .isInstanceOfSatisfying(
            ConsoleAppender.class,
            console -> assertThat(console.getEncoder()).isInstanceOf(JsonLines.class));
    assertThat(root.getLevel()).isEqualTo(Level.WARN);
    assertThat(loggers.getLogger("callcentre.api").getEffectiveLevel()).isEqualTo(Level.INFO);
    assertThat(loggers.getLogger("software.amazon.awssdk").getEffectiveLevel())
        .isEqualTo(Level.WARN);
  }

  private JsonNode line() throws IOException {
    return JSON.readTree(text());
  }

  private String text() {
    return new String(encoder.encode(events.list.getFirst()), StandardCharsets.UTF_8);
  }
}
