package callcentre.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import callcentre.client.error.ErrorKind;
import callcentre.client.error.MightyCallException;
import callcentre.client.token.UserKeyMissingException;
import callcentre.client.users.UserKeys;
import callcentre.cloud.Cloud;
import callcentre.cloud.CloudExtension;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;

/** People's own keys: each acts as its user, and nobody's stands in for another's. */
@ExtendWith(CloudExtension.class)
class UserAccountsTest {

  private static final String SAM = "auth0|sam.reed/102";

  private final ClientHarness harness;
  private final MightyCallClients clients;
  private final UserKeys keys;

  UserAccountsTest(Cloud cloud) {
    harness = new ClientHarness(cloud);
    clients = harness.process();
    keys = keys(clients);
  }

  @AfterEach
  void stop() {
    harness.close();
  }

  @Test
  void aPersonsOwnKeyActsAsThatPerson() {
    keys.put(SAM, harness.simulator().secretOf("102"));

    assertThat(clients.user(SAM).profile().own(harness.context()).extension()).contains("102");
    assertThat(clients.account().profile().own(harness.context()).extension()).contains("101");
    assertThat(harness.tokenRequests()).isEqualTo(2);
  }

  @Test
  void whoHasNoKeyGetsNobodyElsesAndNothingIsSent() {
    clients.account().profile().own(harness.context());
    long sent = harness.simulator().requests().total();

    UserKeyMissingException missing =
        catchThrowableOfType(
            UserKeyMissingException.class,
            () -> clients.user(SAM).profile().own(harness.context()));

    assertThat(missing.userId()).isEqualTo(SAM);
    assertThat(harness.simulator().requests().total()).isEqualTo(sent);
  }

  @Test
  void aKeyThatIsPutServesAtOnceWhereItWasMissing() {
    assertThatThrownBy(() -> clients.user(SAM).profile().own(harness.context()))
        .isInstanceOf(UserKeyMissingException.class);

    keys.put(SAM, harness.simulator().secretOf("102"));

    assertThat(clients.user(SAM).profile().own(harness.context()).extension()).contains("102");
  }

  @Test
  void processesShareThePersonsToken() {
    keys.put(SAM, harness.simulator().secretOf("102"));
    clients.user(SAM).profile().own(harness.context());

    harness.process().user(SAM).profile().own(harness.context());

    assertThat(harness.tokenRequests()).isEqualTo(1);
  }

  @Test
  void everybodysRequestsComeFromOneBudget() {
    keys.put(SAM, harness.simulator().secretOf("102"));

    clients.user(SAM).profile().own(harness.context());
    clients.account().profile().own(harness.context());

    assertThat(clients.budget().snapshot().used()).isEqualTo(4);
    assertThat(harness.simulator().budgetUsed()).isLessThanOrEqualTo(4);
  }

  @Test
  void twoPeoplesKeysAreKeptApart() {
    keys.put("auth0|sam", harness.simulator().secretOf("102"));

    assertThat(keys.exists("auth0|sam")).isTrue();
    assertThat(keys.exists("auth0=7csam")).isFalse();
    assertThat(keys.exists("auth0")).isFalse();
    assertThatThrownBy(() -> clients.user("auth0=7csam").profile().own(harness.context()))
        .isInstanceOf(UserKeyMissingException.class);
  }

  @Test
  void aDeletedKeyIsGoneAndCanBePutAgain() {
    assertThat(keys.delete(SAM)).isFalse();
    keys.put(SAM, harness.simulator().secretOf("102"));
    assertThat(keys.exists(SAM)).isTrue();

    assertThat(keys.delete(SAM)).isTrue();

    assertThat(keys.exists(SAM)).isFalse();
    assertThatThrownBy(() -> harness.process().user(SAM).profile().own(harness.context()))
        .isInstanceOf(UserKeyMissingException.class);
    keys.put(SAM, harness.simulator().secretOf("102"));
    assertThat(harness.process().user(SAM).profile().own(harness.context()).extension())
        .contains("102");
  }

  @Test
  void anotherKeyReplacesTheOneThereWas() {
    keys.put(SAM, "no such key");
    MightyCallException refused =
        catchThrowableOfType(
            MightyCallException.class, () -> clients.user(SAM).profile().own(harness.context()));
    keys.put(SAM, harness.simulator().secretOf("102"));

    assertThat(refused.kind()).isEqualTo(ErrorKind.AUTH);
    assertThat(harness.process().user(SAM).profile().own(harness.context()).extension())
        .contains("102");
  }

  @Test
  void whoseKeyItIsIsAskedWithTwoRequestsAndNothingIsKept() {
    assertThat(keys.owner(harness.simulator().secretOf("102"), harness.context()).extension())
        .contains("102");

    assertThat(harness.tokenRequests()).isEqualTo(1);
    assertThat(clients.budget().snapshot().used()).isEqualTo(2);
    assertThat(keys.exists(SAM)).isFalse();
  }

  @Test
  void aKeyThatTheProviderRefusesIsRefusedAfterOneRequest() {
    MightyCallException refused =
        catchThrowableOfType(
            MightyCallException.class, () -> keys.owner("no such key", harness.context()));

    assertThat(refused.kind()).isEqualTo(ErrorKind.AUTH);
    assertThat(refused.code()).contains("invalid_client");
    assertThat(refused.getMessage()).doesNotContain("no such key");
    assertThat(harness.tokenRequests()).isEqualTo(1);
  }

  @Test
  void aRefusedKeyOfOnePersonDisturbsNobodyElse() {
    keys.put(SAM, "no such key");
    assertThatThrownBy(() -> clients.user(SAM).profile().own(harness.context()))
        .isInstanceOf(MightyCallException.class);

    assertThat(clients.account().profile().own(harness.context()).extension()).contains("101");
  }

  private UserKeys keys(MightyCallClients process) {
    SecretsManagerClient client = harness.cloud().secretsManager();
    return process.userKeys(() -> client);
  }
}
