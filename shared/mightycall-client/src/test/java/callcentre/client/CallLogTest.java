package callcentre.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import callcentre.client.http.CallLog;
import callcentre.cloud.Cloud;
import callcentre.cloud.CloudExtension;
import callcentre.domain.phone.PhoneNumber;
import callcentre.simulator.faults.Fault;
import callcentre.simulator.faults.FaultKind;
import callcentre.simulator.faults.FaultMatch;
import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.slf4j.LoggerFactory;
import org.slf4j.event.KeyValuePair;

/** What is written of calls, and what never is. */
@ExtendWith(CloudExtension.class)
class CallLogTest {

  private static final Logger ROOT =
      (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);

  private final ClientHarness harness;
  private final ListAppender<ILoggingEvent> written = new ListAppender<>();
  private Level before;

  CallLogTest(Cloud cloud) {
    harness = new ClientHarness(cloud);
  }

  @BeforeEach
  void listen() {
    before = ROOT.getLevel();
    // Servers in this process log while the test reads.
    written.list = new CopyOnWriteArrayList<>();
    written.start();
    ROOT.addAppender(written);
  }

  @AfterEach
  void stop() {
    ROOT.detachAppender(written);
    ROOT.setLevel(before);
    harness.close();
  }

  @Test
  void everyRequestIsOneLineWithItsTemplateStatusTimeBytesAttemptAndClass() {
    client().phoneNumbers().find(PhoneNumber.parse("+13123194556"), harness.context());

    List<Map<String, Object>> lines = lines(CallLog.class.getName());
    assertThat(lines).hasSize(2);
    assertThat(lines.getFirst())
        .containsEntry("provider_method", "POST")
        .containsEntry("provider_path", "/auth/token")
        .containsEntry("provider_status", 200)
        .containsEntry("provider_attempt", 1);
    assertThat(lines.getLast())
        .containsEntry("provider_method", "GET")
        .containsEntry("provider_path", "/phonenumbers/{phoneNumber}")
        .containsEntry("provider_status", 200)
        .containsEntry("provider_attempt", 2)
        .containsEntry("budget_class", "interactive")
        .containsEntry("budget_used", 2)
        .containsEntry("budget_used_percent", 0)
        .containsKeys("provider_ms", "provider_bytes")
        .doesNotContainKey("provider_error");
  }

  @Test
  void aFailedRequestHasItsKindAndTheProvidersCode() {
    harness
        .simulator()
        .add(
            Fault.status(403, FaultMatch.at("GET", ClientHarness.TEAM))
                .withBody(Samples.read("error-403-role")));

    catchThrowable(() -> client().team().get(harness.context()));

    assertThat(lines(CallLog.class.getName()).getLast())
        .containsEntry("provider_status", 403)
        .containsEntry("provider_error", "FORBIDDEN")
        .containsEntry("provider_code", "TenantAccountRoleIssue");
  }

  @Test
  void aRequestWithoutAnAnswerIsALineToo() {
    harness.simulator().add(Fault.of(FaultKind.DROP, FaultMatch.at("GET", ClientHarness.TEAM)));

    catchThrowable(() -> client().team().get(harness.context()));

    assertThat(lines(CallLog.class.getName()))
        .filteredOn(line -> "UNAVAILABLE".equals(line.get("provider_error")))
        .hasSize(3)
        .allSatisfy(line -> assertThat(line).doesNotContainKey("provider_status"));
  }

  @Test
  void bodiesAreNotLoggedUnlessTheyAreAskedFor() {
    client().team().get(harness.context());

    assertThat(lines(CallLog.BODIES)).isEmpty();
  }

  @Test
  void bodiesAreMaskedAndCutWhenTheyAreAskedForAndThoseOfTokensNeverAre() {
    harness.set("PROVIDER_BODY_LOGGING", "true");
    harness
        .simulator()
        .add(
            Fault.status(200, FaultMatch.at("GET", ClientHarness.NUMBERS))
                .withBody(
                    "{\"data\":{\"phoneNumbers\":[{\"number\":\"+13125550199\"}],\"x\":\""
                        + "y".repeat(5000)
                        + "\"}}"));

    client().phoneNumbers().list(harness.context());

    List<Map<String, Object>> bodies = lines(CallLog.BODIES);
    assertThat(bodies).singleElement();
    assertThat(bodies.getFirst()).containsEntry("provider_path", "/phonenumbers");
    assertThat(bodies.getFirst().get("response_body").toString())
        .contains("0199")
        .doesNotContain("3125550199")
        .hasSizeLessThanOrEqualTo(2049);
  }

  /** Lesson: "keys in page source and in git"; reference 1.6: never log form bodies. */
  @Test
  void noKeyAndNoTokenIsEverLoggedWhateverHappens() {
    ROOT.setLevel(Level.DEBUG);
    harness.set("PROVIDER_BODY_LOGGING", "true");
    MightyCallClient client = client();
    client.team().get(harness.context());
    harness.simulator().tokens().revoke(false);
    client.team().get(harness.context());
    String token = storedToken();
    harness.simulator().add(Fault.status(401, FaultMatch.all()));
    Throwable refused = catchThrowable(() -> client.team().get(harness.context()));
    harness.putCredentials(harness.simulator().apiKey(), "wrong-user-key");
    catchThrowable(() -> client().team().get(harness.context()));

    String accessToken = token.replaceAll("(?s).*\"access_token\":\"([^\"]+)\".*", "$1");
    String refreshToken = token.replaceAll("(?s).*\"refresh_token\":\"([^\"]+)\".*", "$1");
    List<String> ours =
        written.list.stream()
            .filter(event -> event.getLoggerName().startsWith("callcentre"))
            .map(event -> event.getFormattedMessage() + event.getKeyValuePairs())
            .toList();
    assertThat(ours).isNotEmpty();
    assertThat(String.join("\n", ours) + refused)
        .doesNotContain(
            harness.simulator().apiKey(),
            harness.simulator().adminSecret(),
            "wrong-user-key",
            accessToken,
            refreshToken);
  }

  private List<Map<String, Object>> lines(String logger) {
    return written.list.stream()
        .filter(event -> event.getLoggerName().equals(logger))
        .map(CallLogTest::fields)
        .toList();
  }

  private static Map<String, Object> fields(ILoggingEvent event) {
    Map<String, Object> fields = new TreeMap<>();
    for (KeyValuePair pair : event.getKeyValuePairs()) {
      fields.put(pair.key, pair.value instanceof Integer ? pair.value : pair.value.toString());
    }
    return fields;
  }

  private String storedToken() {
    return harness
        .cloud()
        .secretsManager()
        .getSecretValue(get -> get.secretId(harness.tokenSecret()))
        .secretString();
  }

  private MightyCallClient client() {
    return harness.process().account();
  }
}
