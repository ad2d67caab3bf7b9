package callcentre.cloud.embedded;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The rules of Secrets Manager about versions, labels and request tokens (API reference:
 * CreateSecret, PutSecretValue, GetSecretValue).
 */
final class SecretStore {

  private static final int SHORTEST_TOKEN = 32;
  private static final int LONGEST_TOKEN = 64;
  private static final int LARGEST_VALUE_BYTES = 65_536;

  private final InstantSource clock;
  private final SecretsFile file;
  private final Map<String, StoredSecret> secrets;

  SecretStore(InstantSource clock, SecretsFile file) {
    this.clock = clock;
    this.file = file;
    this.secrets = new LinkedHashMap<>(file.read());
  }

  /** One version as GetSecretValue answers it. */
  record Value(StoredSecret secret, String versionId, StoredSecret.Version version) {}

  synchronized StoredSecret create(
      String name, String description, Optional<String> value, String token) {
    if (!name.matches("[A-Za-z0-9/_+=.@-]{1,512}")) {
      throw SecretsError.invalid("Invalid name. Must be a valid name containing alphanumeric");
    }
    StoredSecret existing = secrets.get(name);
    if (existing != null) {
      boolean repeated =
          value.isPresent()
              && Optional.ofNullable(existing.versions().get(token))
                  .map(version -> version.value().equals(value.get()))
                  .orElse(false);
      if (repeated) {
        return existing;
      }
      throw SecretsError.exists("The operation failed because the secret " + name + " exists.");
    }
    StoredSecret created =
        new StoredSecret(name, arn(name), description, Map.of(), Map.of(), clock.instant());
    if (value.isPresent()) {
      created = with(created, value.get(), token, List.of(StoredSecret.CURRENT));
    }
    return keep(created);
  }

  /** Puts a value; the same token with the same value changes nothing. */
  synchronized StoredSecret put(String id, String value, String token, List<String> labels) {
    StoredSecret secret = require(id);
    StoredSecret.Version existing = secret.versions().get(token);
    if (existing == null) {
      return keep(with(secret, value, token, labels));
    }
    if (!existing.value().equals(value)) {
      throw SecretsError.exists(
          "You can't use ClientRequestToken "
              + token
              + " because that value is already in use for a version of secret "
              + secret.arn()
              + ".");
    }
    return secret;
  }

  synchronized StoredSecret describe(String id, String description) {
    return keep(require(id).described(description));
  }

  /** Forgets a secret with all its versions, and says when. */
  synchronized Instant delete(String id) {
    secrets.remove(require(id).name());
    file.write(secrets);
    return clock.instant();
  }

  synchronized StoredSecret require(String id) {
    return secrets.values().stream()
        .filter(secret -> secret.name().equals(id) || secret.arn().equals(id))
        .findFirst()
        .orElseThrow(
            () -> SecretsError.notFound("Secrets Manager can't find the specified secret."));
  }

  synchronized Value get(String id, Optional<String> versionId, Optional<String> label) {
    StoredSecret secret = require(id);
    String stage = label.orElse(StoredSecret.CURRENT);
    String wanted =
        versionId
            .or(() -> Optional.ofNullable(secret.stages().get(stage)))
            .orElseThrow(() -> noValue("staging label: " + stage));
    StoredSecret.Version version = secret.versions().get(wanted);
    if (version == null) {
      throw noValue("VersionId: " + wanted);
    }
    if (label.isPresent() && !secret.stagesOf(wanted).contains(label.get())) {
      throw new SecretsError(
          "InvalidRequestException",
          "You provided a VersionStage that is not associated to the provided VersionId.");
    }
    return new Value(secret, wanted, version);
  }

  private static SecretsError noValue(String what) {
    return SecretsError.notFound(
        "Secrets Manager can't find the specified secret value for " + what);
  }

  private StoredSecret with(StoredSecret secret, String value, String token, List<String> labels) {
    if (token.length() < SHORTEST_TOKEN || token.length() > LONGEST_TOKEN) {
      throw SecretsError.invalid(
          "The ClientRequestToken must be " + SHORTEST_TOKEN + " to " + LONGEST_TOKEN + " long.");
    }
    if (value.getBytes(StandardCharsets.UTF_8).length > LARGEST_VALUE_BYTES) {
      throw SecretsError.invalid("The value is longer than " + LARGEST_VALUE_BYTES + " bytes.");
    }
    // The first value of a secret is the current one, whatever was asked for.
    List<String> moved = secret.versions().isEmpty() ? List.of(StoredSecret.CURRENT) : labels;
    return secret.with(token, new StoredSecret.Version(value, clock.instant()), moved);
  }

  private StoredSecret keep(StoredSecret secret) {
    secrets.put(secret.name(), secret);
    file.write(secrets);
    return secret;
  }

  private static String arn(String name) {
    // Six characters after the name, as AWS adds them; the same ones at every start.
    String suffix = String.format(Locale.ROOT, "%08x", name.hashCode()).substring(2);
    return "arn:aws:secretsmanager:us-east-1:000000000000:secret:" + name + "-" + suffix;
  }
}
