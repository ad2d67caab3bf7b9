package callcentre.functions.authorizer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import callcentre.aws.Variable;
import callcentre.cloud.Cloud;
import callcentre.cloud.CloudExtension;
import callcentre.functions.authorizer.keys.KeysUnavailableException;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import java.util.Date;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Keys that change, and an issuer that cannot be reached. */
@ExtendWith(CloudExtension.class)
class KeysTest {

  private final Issuer issuer = new Issuer();
  private Stage stage;
  private AuthorizerHandler handler;

  @BeforeEach
  void start(Cloud cloud) {
    stage = new Stage(cloud).with(Variable.JWT_JWKS_URL, issuer.address());
    handler = stage.handler();
  }

  @AfterEach
  void close() {
    issuer.close();
  }

  @Test
  void keysAreFetchedOnceForManyTokens() {
    for (int call = 0; call < 20; call++) {
      Calls.bearer(handler, Issuer.token());
    }
    assertThat(issuer.asked()).isEqualTo(1);
  }

  @Test
  void keysAreFetchedAgainWhenTheyAreOld() {
    Calls.bearer(handler, Issuer.token());
    stage.at(Issuer.NOW.plusSeconds(299));
    Calls.bearer(handler, Issuer.token());
    assertThat(issuer.asked()).isEqualTo(1);
    stage.at(Issuer.NOW.plusSeconds(601));
    assertThatThrownBy(() -> Calls.bearer(handler, Issuer.token())).hasMessage("Unauthorized");
    assertThat(issuer.asked()).isEqualTo(2);
  }

  @Test
  void aRotatedKeyIsFoundAtItsFirstToken() {
    Calls.bearer(handler, Issuer.token());
    RSAKey next = Issuer.rsa("rsa-next");
    issuer.publish(Issuer.rsaKey(), next);
    stage.at(Issuer.NOW.plusSeconds(31));
    assertThat(Calls.bearer(handler, Issuer.token(next, claim -> {}))).isNotNull();
    assertThat(issuer.asked()).isEqualTo(2);
  }

  @Test
  void madeUpKeyIdsDoNotMakeItHammerTheIssuer() {
    Calls.bearer(handler, Issuer.token());
    RSAKey madeUp = Issuer.rsa("made-up");
    stage.at(Issuer.NOW.plusSeconds(31));
    for (int call = 0; call < 50; call++) {
      assertThatThrownBy(() -> Calls.bearer(handler, Issuer.token(madeUp, claim -> {})))
          .hasMessage("Unauthorized");
    }
    assertThat(issuer.asked()).isEqualTo(2);
  }

  @Test
  void aWithdrawnKeyIsNoLongerAcceptedOnceTheKeysAreFetchedAgain() {
    Calls.bearer(handler, Issuer.token());
    issuer.publish(Issuer.rsa("rsa-next"));
    stage.at(Issuer.NOW.plusSeconds(600));
    assertThatThrownBy(
            () ->
                Calls.bearer(
                    handler,
                    Issuer.token(
                        Issuer.rsaKey(),
                        claims -> claims.expirationTime(Date.from(Issuer.NOW.plusSeconds(3600))))))
        .hasMessage("Unauthorized");
  }

  @ParameterizedTest
  @ValueSource(ints = {500, 404, 302})
  void theLastGoodKeysServeThroughAnOutage(int status) {
    Calls.bearer(handler, Issuer.token());
    issuer.failWith(status);
    stage.at(Issuer.NOW.plusSeconds(601));
    String later =
        Issuer.token(
            Issuer.rsaKey(),
            claims -> claims.expirationTime(Date.from(Issuer.NOW.plusSeconds(3600))));
    for (int call = 0; call < 5; call++) {
      assertThat(Calls.bearer(handler, later)).isNotNull();
    }
    assertThat(issuer.asked()).isEqualTo(2);
    stage.at(Issuer.NOW.plusSeconds(640));
    Calls.bearer(handler, later);
    assertThat(issuer.asked()).isEqualTo(3);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "{", "[]", "{\"keys\":[]}", "{\"keys\":[{\"kty\":\"oct\",\"k\":\"AAAA\"}]}"})
  void keysThatCannotBeUsedNeverReplaceGoodOnes(String body) {
    Calls.bearer(handler, Issuer.token());
    issuer.publishText(body);
    stage.at(Issuer.NOW.plusSeconds(299));
    assertThatThrownBy(() -> Calls.bearer(handler, Issuer.token(Issuer.curve("x"), claim -> {})))
        .hasMessage("Unauthorized");
    assertThat(issuer.asked()).isEqualTo(2);
    assertThat(Calls.bearer(handler, Issuer.token())).isNotNull();
  }

  @Test
  void withoutAnyKeyNobodyIsLetInAndNobodyIsCalledUnauthorized() {
    issuer.failWith(503);
    for (int call = 0; call < 5; call++) {
      assertThatThrownBy(() -> Calls.bearer(handler, Issuer.token()))
          .isInstanceOf(KeysUnavailableException.class)
          .hasMessageNotContaining("Unauthorized");
    }
    assertThat(issuer.asked()).isEqualTo(1);
    issuer.failWith(200);
    stage.at(Issuer.NOW.plusSeconds(2));
    assertThat(Calls.bearer(handler, Issuer.token())).isNotNull();
  }

  @Test
  void tooLargeASetOfKeysIsNotRead() {
    issuer.publishText("{\"keys\":[],\"padding\":\"" + "x".repeat(300 * 1024) + "\"}");
    assertThatThrownBy(() -> Calls.bearer(handler, Issuer.token()))
        .isInstanceOf(KeysUnavailableException.class);
  }

  @Test
  void aKeyForEncryptionOrOfAnotherAlgorithmVerifiesNothing() {
    RSAKey encrypting =
        new RSAKey.Builder(Issuer.rsaKey()).keyUse(KeyUse.ENCRYPTION).keyID("rsa-1").build();
    ECKey other = Issuer.curve("ec");
    issuer.publish(encrypting.toPublicJWK(), other.toPublicJWK());
    assertThatThrownBy(() -> Calls.bearer(handler, Issuer.token())).hasMessage("Unauthorized");
  }
}
