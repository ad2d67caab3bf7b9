package callcentre.client.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import callcentre.client.ClientHarness;
import callcentre.client.MightyCallClient;
import callcentre.client.Samples;
import callcentre.client.error.ErrorKind;
import callcentre.client.error.MightyCallException;
import callcentre.cloud.Cloud;
import callcentre.cloud.CloudExtension;
import callcentre.simulator.faults.Fault;
import callcentre.simulator.faults.FaultKind;
import callcentre.simulator.faults.FaultMatch;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Renewing the token: early, after a 401, while the provider fails. */
@Tag("cloud")
@ExtendWith(CloudExtension.class)
class TokenRenewalTest {

  private static final FaultMatch TOKEN = FaultMatch.at("POST", ClientHarness.TOKEN);
  private static final FaultMatch TEAM = FaultMatch.at("GET", ClientHarness.TEAM);

  /** Inside the last 10 minutes of a token's 24 hours every process wants a new one. */
  private static final Duration NEARLY_A_DAY = Duration.ofHours(24).minusMinutes(8);

  private final ClientHarness harness;

  TokenRenewalTest(Cloud cloud) {
    harness = new ClientHarness(cloud);
  }

  @AfterEach
  void stop() {
    harness.close();
  }

  @Test
  void a401CausesExactlyOneRenewalAndOneReplay() {
    MightyCallClient client = client();
    callTeam(client);
    harness.simulator().tokens().revoke(false);

    callTeam(client);

    assertThat(teamRequests()).isEqualTo(3);
    assertThat(harness.tokenRequests()).isEqualTo(2);
    assertThat(harness.simulator().tokens().refreshedCount()).isEqualTo(1);
  }

  @Test
  void a401ThatStaysIsAnAuthErrorAfterOneRenewalAndNoStormFollows() {
    MightyCallClient client = client();
    harness.simulator().add(Fault.status(401, TEAM));

    assertThat(failure(client).kind()).isEqualTo(ErrorKind.AUTH);
    assertThat(teamRequests()).isEqualTo(2);
    assertThat(harness.tokenRequests()).isEqualTo(2);

    assertThat(failure(client).kind()).isEqualTo(ErrorKind.AUTH);
    assertThat(teamRequests()).isEqualTo(3);
    assertThat(harness.tokenRequests()).isEqualTo(2);
  }

  @Test
  void aTokenIsRenewedBeforeItsEndByItsRefreshToken() {
    MightyCallClient client = client();
    callTeam(client);
    harness.simulator().clock().advance(NEARLY_A_DAY);

    callTeam(client);

    assertThat(harness.simulator().tokens().issuedCount()).isEqualTo(1);
    assertThat(harness.simulator().tokens().refreshedCount()).isEqualTo(1);
    assertThat(teamRequests()).isEqualTo(2);
  }

  @Test
  void aRefreshTokenThatIsRefusedIsFollowedByTheCredentialsOnce() {
    MightyCallClient client = client();
    callTeam(client);
    harness.simulator().tokens().revoke(true);

    callTeam(client);

    assertThat(harness.tokenRequests()).isEqualTo(3);
    assertThat(harness.simulator().tokens().issuedCount()).isEqualTo(2);
  }

  @Test
  void theLastGoodTokenServesWhileARenewalFails() {
    MightyCallClient client = client();
    callTeam(client);
    harness.simulator().clock().advance(NEARLY_A_DAY);
    harness.simulator().add(Fault.of(FaultKind.DROP, TOKEN));
    long before = harness.tokenRequests();

    callTeam(client);
    long failed = harness.tokenRequests() - before;
    callTeam(client);
    callTeam(client());

    assertThat(failed).isBetween(1L, 4L);
    assertThat(harness.tokenRequests() - before).isEqualTo(failed);

    harness.simulator().faults().clear();
    harness.simulator().clock().advance(Duration.ofSeconds(31));
    callTeam(client);
    assertThat(harness.tokenRequests() - before).isEqualTo(failed + 1);
  }

  @Test
  void withoutAnyTokenAProviderThatFailsIsNotAskedByEverybody() {
    harness.simulator().add(Fault.of(FaultKind.DROP, TOKEN));

    assertThat(failure(client()).kind()).isEqualTo(ErrorKind.UNAVAILABLE);
    MightyCallException second = failure(client());

    assertThat(second.kind()).isEqualTo(ErrorKind.UNAVAILABLE);
    assertThat(second.retryAt()).isPresent();
    assertThat(harness.tokenRequests()).isEqualTo(3);

    harness.simulator().faults().clear();
    harness.simulator().clock().advance(Duration.ofSeconds(31));
    callTeam(client());
  }

  @Test
  void aTokenAnswerThatCannotBeReadIsAnError() {
    harness
        .simulator()
        .add(Fault.status(200, TOKEN).withBody("{\"token_type\":\"bearer\",\"expires_in\":1}"));

    assertThat(failure(client()).kind()).isEqualTo(ErrorKind.UNEXPECTED_ANSWER);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-5", "9223372036854775807", "null"})
  void aTokenWithAnAbsurdLifeIsUsedAndNotAskedForAgainByEachCall(String life) {
    MightyCallClient client = client();
    callTeam(client);
    String good = storedToken().replaceAll("(?s).*\"access_token\":\"([^\"]+)\".*", "$1");
    harness.simulator().clock().advance(NEARLY_A_DAY);
    harness
        .simulator()
        .add(
            Fault.status(200, TOKEN)
                .withBody("{\"access_token\":\"%s\",\"expires_in\":%s}".formatted(good, life)));

    callTeam(client);
    callTeam(client);
    callTeam(client());

    assertThat(harness.tokenRequests()).isEqualTo(2);
  }

  @Test
  void everyFieldOfATokenAnswerIsKeptForOtherProcesses() {
    harness.simulator().add(Fault.status(200, TOKEN).withBody(Samples.read("auth-token-200")));
    failure(client());

    assertThat(storedToken())
        .contains(
            "\"access_token\":\"EXAMPLE-opaque-access-token-_-several-hundred-chars\"",
            "\"refresh_token\":\"EXAMPLEr3fr3sh+T0k3n/With+Plus=\"",
            "\"expires_at\":\"",
            "\"credentials_fingerprint\":\"")
        .doesNotContain(harness.simulator().apiKey(), harness.simulator().adminSecret());
  }

  @Test
  void aSecretThatHoldsNoTokenAnyMoreIsReplaced() {
    callTeam(client());
    harness.simulator().tokens().revoke(true);
    harness
        .cloud()
        .secretsManager()
        .putSecretValue(put -> put.secretId(harness.tokenSecret()).secretString("{}"));

    callTeam(client());

    assertThat(storedToken()).contains("access_token");
  }

  private MightyCallClient client() {
    return harness.process().account();
  }

  private void callTeam(MightyCallClient client) {
    assertThat(client.team().get(harness.context()).users()).hasSize(7);
  }

  private MightyCallException failure(MightyCallClient client) {
    return catchThrowableOfType(
        MightyCallException.class, () -> client.team().get(harness.context()));
  }

  private long teamRequests() {
    return harness.simulator().requests().count("GET", ClientHarness.TEAM);
  }

  private String storedToken() {
    return harness
        .cloud()
        .secretsManager()
        .getSecretValue(get -> get.secretId(harness.tokenSecret()))
        .secretString();
  }
}
