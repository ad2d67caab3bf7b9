package callcentre.client.token;

import callcentre.aws.InvalidConfigurationException;
import callcentre.aws.MissingConfigurationException;
import callcentre.aws.SecretJson;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;

/**
 * A token as all processes share it (reference 1.3).
 *
 * @param value what goes into {@code Authorization: Bearer}
 * @param refreshToken what a new one can be had for, without the credentials
 * @param fingerprint of the credentials it was made from
 */
public record AccessToken(
    String value,
    Optional<String> refreshToken,
    Instant obtainedAt,
    Instant expiresAt,
    String fingerprint) {

  /** Empty when the secret holds no token: it is new, or somebody changed it by hand. */
  static Optional<AccessToken> read(SecretJson secret) {
    try {
      return Optional.of(
          new AccessToken(
              secret.requireText("access_token"),
              secret.text("refresh_token"),
              Instant.parse(secret.requireText("obtained_at")),
              Instant.parse(secret.requireText("expires_at")),
              secret.requireText("credentials_fingerprint")));
    } catch (MissingConfigurationException
        | InvalidConfigurationException
        | DateTimeException noToken) {
      return Optional.empty();
    }
  }

  ObjectNode write() {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("access_token", value);
    refreshToken.ifPresent(token -> json.put("refresh_token", token));
    json.put("obtained_at", obtainedAt.toString());
    json.put("expires_at", expiresAt.toString());
    json.put("credentials_fingerprint", fingerprint);
    return json;
  }

  boolean isGood(String credentialsFingerprint, Instant now) {
    return fingerprint.equals(credentialsFingerprint) && now.isBefore(expiresAt);
  }

  @Override
  public String toString() {
    return "AccessToken[expiresAt=" + expiresAt + ", fingerprint=" + fingerprint + ", value=***]";
  }
}
