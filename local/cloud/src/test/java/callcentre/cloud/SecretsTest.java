package callcentre.cloud;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import callcentre.aws.ConfigurationException;
import callcentre.aws.InvalidConfigurationException;
import callcentre.aws.MissingConfigurationException;
import callcentre.aws.SecretJson;
import callcentre.aws.Secrets;
import callcentre.cloud.faults.Fault;
import callcentre.cloud.faults.FaultInjector;
import callcentre.cloud.faults.RequestCounter;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.services.secretsmanager.model.ResourceExistsException;

/** What {@link Secrets} promises, against Secrets Manager's protocol. */
@ExtendWith(CloudExtension.class)
class SecretsTest {

  private static final String GET = "secretsmanager.GetSecretValue";

  private final AtomicReference<Instant> now =
      new AtomicReference<>(Instant.parse("2026-11-21T12:00:00Z"));
  private final RequestCounter requests = new RequestCounter();
  private final FaultInjector faults = new FaultInjector();
  private final Cloud cloud;
  private final String id;
  private final Secrets secrets;

  SecretsTest(Cloud cloud) {
    this.cloud = cloud;
    this.id = cloud.newStage() + "/credentials";
    this.secrets = new Secrets(cloud.clients(requests, faults)::secretsManager, now::get);
  }

  @Test
  void aValueServesFiveMinutesAndIsReadAgainAfterwards() {
    cloud.createSecret(id, "{\"api_key\":\"old\"}");
    assertThat(secrets.read(id).requireText("api_key")).isEqualTo("old");
    cloud.createSecret(id, "{\"api_key\":\"new\"}");

    pass(Secrets.TIME_TO_LIVE.minusMillis(1));
    assertThat(secrets.read(id).requireText("api_key")).isEqualTo("old");
    assertThat(requests.count(GET)).isEqualTo(1);

    pass(Duration.ofMillis(1));
    assertThat(secrets.read(id).requireText("api_key")).isEqualTo("new");
    assertThat(requests.count(GET)).isEqualTo(2);
  }

  @Test
  void aRefusedValueIsReadAgainAtOnceAndKept() {
    cloud.createSecret(id, "{\"api_key\":\"old\"}");
    secrets.read(id);
    cloud.createSecret(id, "{\"api_key\":\"new\"}");

    assertThat(secrets.readAgain(id).requireText("api_key")).isEqualTo("new");
    assertThat(secrets.read(id).requireText("api_key")).isEqualTo("new");
    assertThat(requests.count(GET)).isEqualTo(2);
  }

  @Test
  void aPutValueIsCurrentKnownByItsVersionAndNeedsNoRead() {
    cloud.createSecret(id);
    String version = UUID.randomUUID().toString();

    secrets.put(id, json("{\"access_token\":\"t\"}"), version);

    SecretJson read = secrets.read(id);
    assertThat(read.versionId()).isEqualTo(version);
    assertThat(read.requireText("access_token")).isEqualTo("t");
    assertThat(secrets.readVersion(id, version)).isEqualTo(read);
    assertThat(requests.count(GET)).isZero();
  }

  @Test
  void aVersionIsReadWhateverIsCurrentAndNeverTwice() {
    cloud.createSecret(id);
    String first = UUID.randomUUID().toString();
    Secrets writer = new Secrets(cloud.clients()::secretsManager, now::get);
    writer.put(id, json("{\"n\":\"1\"}"), first);
    writer.put(id, json("{\"n\":\"2\"}"), UUID.randomUUID().toString());

    assertThat(secrets.readVersion(id, first).requireText("n")).isEqualTo("1");
    pass(Duration.ofDays(1));
    assertThat(secrets.readVersion(id, first).requireText("n")).isEqualTo("1");

    assertThat(requests.count(GET)).isEqualTo(1);
    assertThat(secrets.read(id).requireText("n")).isEqualTo("2");
  }

  @Test
  void aPutWhoseAnswerWasLostIsRepeatedWithoutHarm() {
    cloud.createSecret(id);
    faults.next("secretsmanager.PutSecretValue", new Fault.LostAnswer());
    String version = UUID.randomUUID().toString();

    secrets.put(id, json("{\"n\":\"1\"}"), version);

    assertThat(requests.count("secretsmanager.PutSecretValue")).isEqualTo(2);
    assertThat(secrets.readAgain(id).versionId()).isEqualTo(version);
  }

  @Test
  void anotherValueUnderAUsedVersionIsRefused() {
    cloud.createSecret(id);
    String version = UUID.randomUUID().toString();
    secrets.put(id, json("{\"n\":\"1\"}"), version);

    assertThatThrownBy(() -> secrets.put(id, json("{\"n\":\"2\"}"), version))
        .isInstanceOf(ResourceExistsException.class);
    assertThat(secrets.read(id).requireText("n")).isEqualTo("1");
  }

  @Test
  void aMissingSecretIsMissingConfigurationThatNamesIt() {
    assertThatThrownBy(() -> secrets.read(id))
        .isInstanceOf(MissingConfigurationException.class)
        .hasMessageContaining(id)
        .asInstanceOf(type(ConfigurationException.class))
        .extracting(ConfigurationException::names)
        .isEqualTo(List.of(id));
  }

  @Test
  void aSecretWithoutValueIsMissingConfigurationUntilItHasOne() {
    cloud.createSecret(id);
    assertThatThrownBy(() -> secrets.read(id)).isInstanceOf(MissingConfigurationException.class);

    cloud.createSecret(id, "{\"api_key\":\"k\"}");

    assertThat(secrets.read(id).requireText("api_key")).isEqualTo("k");
  }

  @Test
  void aVersionThatIsGoneIsNamedWithItsSecret() {
    cloud.createSecret(id, "{}");
    String version = UUID.randomUUID().toString();

    assertThatThrownBy(() -> secrets.readVersion(id, version))
        .isInstanceOf(MissingConfigurationException.class)
        .hasMessageContaining(id)
        .hasMessageContaining(version);
  }

  @Test
  void deniedAccessNamesTheSecretAndThePermission() {
    cloud.createSecret(id, "{}");
    faults.next(GET, new Fault.AccessDenied());

    assertThatThrownBy(() -> secrets.read(id))
        .isInstanceOf(InvalidConfigurationException.class)
        .hasMessageContaining(id)
        .hasMessageContaining("secretsmanager:GetSecretValue");
  }

  @Test
  void aValueOfAnotherFormIsRefusedWithoutShowingIt() {
    for (String value : List.of("hunter2hunter2", "[\"hunter2\"]", "\"hunter2\"")) {
      cloud.createSecret(id, value);

      assertThatThrownBy(() -> secrets.readAgain(id))
          .isInstanceOf(InvalidConfigurationException.class)
          .hasMessageContaining(id)
          .hasMessageContaining("JSON object")
          .hasMessageNotContaining("hunter2")
          .hasNoCause();
    }
  }

  @Test
  void aFieldThatIsMissingOrOfAnotherKindIsNamedWithoutItsValue() {
    cloud.createSecret(id, "{\"api_key\":\" \",\"host\":7,\"webhook_tokens\":[\"a\",1]}");
    SecretJson secret = secrets.read(id);

    assertThatThrownBy(() -> secret.requireText("api_key"))
        .isInstanceOf(MissingConfigurationException.class)
        .hasMessageContaining("api_key");
    assertThatThrownBy(() -> secret.text("host"))
        .isInstanceOf(InvalidConfigurationException.class)
        .hasMessageContaining("host");
    assertThatThrownBy(() -> secret.texts("webhook_tokens"))
        .isInstanceOf(InvalidConfigurationException.class);
    assertThat(secret.text("previous_api_key")).isEmpty();
    assertThat(secret.texts("none")).isEmpty();
    assertThat(secret.toString()).contains(id).doesNotContain("webhook_tokens");
  }

  @Test
  void manyReadersAtOnceCauseOneRequest() throws Exception {
    cloud.createSecret(id, "{\"api_key\":\"k\"}");
    try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
      List<Future<SecretJson>> reads =
          IntStream.range(0, 32).mapToObj(i -> threads.submit(() -> secrets.read(id))).toList();
      for (Future<SecretJson> read : reads) {
        assertThat(read.get().requireText("api_key")).isEqualTo("k");
      }
    }

    assertThat(requests.count(GET)).isEqualTo(1);
  }

  private void pass(Duration time) {
    now.updateAndGet(instant -> instant.plus(time));
  }

  private static ObjectNode json(String text) {
    try {
      return (ObjectNode) new ObjectMapper().readTree(text);
    } catch (IOException malformed) {
      throw new IllegalArgumentException(malformed);
    }
  }
}
