package callcentre.client.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import callcentre.aws.InvalidConfigurationException;
import callcentre.aws.MissingConfigurationException;
import callcentre.client.ClientHarness;
import callcentre.client.MightyCallClient;
import callcentre.client.error.ErrorKind;
import callcentre.client.error.MightyCallException;
import callcentre.client.http.ProviderHost;
import callcentre.cloud.Cloud;
import callcentre.cloud.CloudExtension;
import callcentre.simulator.settings.HostKind;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Credentials that are wrong, missing, corrected, rotated. */
@Tag("cloud")
@ExtendWith(CloudExtension.class)
class CredentialsTest {

  private static final String NEW_KEY = "5f2b1c7e-90aa-4f0b-9d51-3c2a7e6b8d10";

  private final ClientHarness harness;

  CredentialsTest(Cloud cloud) {
    harness = new ClientHarness(cloud);
  }

  @AfterEach
  void stop() {
    harness.close();
  }

  /** Lesson: "token storms". */
  @Test
  void badCredentialsCauseExactlyOneTokenAttempt() {
    harness.putCredentials(harness.simulator().apiKey(), "wrong");
    MightyCallClient client = client();

    for (int call = 0; call < 5; call++) {
      assertThat(refusal(client).kind()).isEqualTo(ErrorKind.AUTH);
      assertThat(refusal(client()).kind()).isEqualTo(ErrorKind.AUTH);
    }

    assertThat(harness.tokenRequests()).isEqualTo(1);
    assertThat(harness.simulator().requests().total()).isEqualTo(1);
  }

  @Test
  void theErrorNamesTheProvidersCodeAndTheHostKindAsAPossibleCause() {
    harness.simulator().account().moveTo(HostKind.CONTACT_CENTER);

    MightyCallException refused = refusal(client());

    assertThat(refused.code()).contains("invalid_client");
    assertThat(refused.status()).contains(400);
    assertThat(refused.getMessage())
        .contains("(invalid_client)", "host '" + harness.simulator().baseUrl() + "'")
        .doesNotContain(harness.simulator().apiKey(), harness.simulator().adminSecret());
    assertThat(refused.retryAt()).isPresent();
  }

  @Test
  void aCorrectedKeyWorksWithinTenSeconds() {
    harness.putCredentials(harness.simulator().apiKey(), "wrong");
    MightyCallClient client = client();
    refusal(client);
    harness.putCredentials(harness.simulator().apiKey(), harness.simulator().adminSecret());

    harness.simulator().clock().advance(Duration.ofSeconds(10));

    assertThat(client.team().get(harness.context()).users()).hasSize(7);
    assertThat(harness.tokenRequests()).isEqualTo(2);
  }

  @Test
  void aNewProcessUsesTheCorrectedKeyAtOnce() {
    harness.putCredentials(harness.simulator().apiKey(), "wrong");
    refusal(client());
    harness.putCredentials(harness.simulator().apiKey(), harness.simulator().adminSecret());

    assertThat(client().team().get(harness.context()).users()).hasSize(7);
  }

  @Test
  void whileCredentialsAreRefusedTheSecretIsReadOncePerTenSeconds() {
    harness.putCredentials(harness.simulator().apiKey(), "wrong");
    MightyCallClient client = client();
    refusal(client);
    harness.requests().reset();

    refusal(client);
    refusal(client);
    assertThat(harness.requests().count("secretsmanager.GetSecretValue")).isZero();

    harness.simulator().clock().advance(Duration.ofSeconds(10));
    refusal(client);
    refusal(client);
    assertThat(harness.requests().count("secretsmanager.GetSecretValue")).isEqualTo(1);
  }

  @Test
  void theSameCredentialsAreTriedAgainAfterTheCooldown() {
    harness.putCredentials(harness.simulator().apiKey(), "wrong");
    MightyCallClient client = client();
    refusal(client);

    harness.simulator().clock().advance(TokenTiming.standard().refused());
    refusal(client);
    refusal(client);

    assertThat(harness.tokenRequests()).isEqualTo(2);
  }

  /** Lesson: "another client's data after a key rotation". */
  @Test
  void afterARotationTheNewKeyIsUsedAndNothingElse() {
    MightyCallClient client = client();
    client.team().get(harness.context());
    harness.simulator().account().changeApiKey(NEW_KEY);
    harness.putCredentials(NEW_KEY, harness.simulator().adminSecret());

    assertThat(client.team().get(harness.context()).users()).hasSize(7);
    assertThat(client().team().get(harness.context()).users()).hasSize(7);
  }

  @Test
  void aProcessWithOldCredentialsDoesNotReplaceTheTokenOfTheNewOnes() {
    MightyCallClient old = client();
    old.team().get(harness.context());
    harness.simulator().account().changeApiKey(NEW_KEY);
    harness.putCredentials(NEW_KEY, harness.simulator().adminSecret());
    client().team().get(harness.context());
    long before = harness.tokenRequests();

    old.team().get(harness.context());

    assertThat(harness.tokenRequests()).isEqualTo(before);
  }

  @Test
  void missingVariablesAreNamedAllAtOnceAndNothingIsSent() {
    harness.set("CREDENTIALS_SECRET_ID", "").set("TOKEN_SECRET_ID", "");

    assertThatThrownBy(() -> client().team().get(harness.context()))
        .isInstanceOfSatisfying(
            MissingConfigurationException.class,
            missing ->
                assertThat(missing.names())
                    .containsExactlyInAnyOrder("CREDENTIALS_SECRET_ID", "TOKEN_SECRET_ID"));
    assertThat(harness.simulator().requests().total()).isZero();
  }

  @Test
  void aMissingFieldOfTheSecretIsNamed() {
    harness
        .cloud()
        .secretsManager()
        .putSecretValue(
            put ->
                put.secretId(harness.credentialsSecret())
                    .secretString("{\"api_key\":\"a\",\"host\":\"classic\"}"));

    assertThatThrownBy(() -> client().team().get(harness.context()))
        .isInstanceOf(MissingConfigurationException.class)
        .hasMessageContaining("user_key");
  }

  @Test
  void aHostThatIsNoneIsRefusedWithWhatIsAllowed() {
    harness.putCredentials("a", "b", "kassic");

    assertThatThrownBy(() -> client().team().get(harness.context()))
        .isInstanceOf(InvalidConfigurationException.class)
        .hasMessageContaining("classic, contact-center, sandbox");
  }

  @Test
  void aFingerprintIsTheSameOnlyForTheSameCredentialsAtTheSameHost() {
    ProviderHost classic = ProviderHost.Kind.CLASSIC.host();
    Credentials credentials = new Credentials(classic, "key", "user");

    assertThat(credentials.fingerprint())
        .hasSize(24)
        .isEqualTo(new Credentials(classic, "key", "user").fingerprint())
        .isNotEqualTo(new Credentials(classic, "keyu", "ser").fingerprint())
        .isNotEqualTo(new Credentials(classic, "key", "other").fingerprint())
        .isNotEqualTo(
            new Credentials(ProviderHost.Kind.SANDBOX.host(), "key", "user").fingerprint());
  }

  @Test
  void nothingThatIsPrintedShowsAKey() {
    Credentials credentials =
        new Credentials(ProviderHost.Kind.CLASSIC.host(), UUID.randomUUID().toString(), "9371");

    assertThat(credentials.toString()).doesNotContain(credentials.apiKey(), "9371");
  }

  private MightyCallClient client() {
    return harness.process().account();
  }

  private MightyCallException refusal(MightyCallClient client) {
    return catchThrowableOfType(
        MightyCallException.class, () -> client.team().get(harness.context()));
  }
}
