package callcentre.aws;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.secretsmanager.model.GetSecretValueRequest;
import software.amazon.awssdk.services.secretsmanager.model.GetSecretValueResponse;
import software.amazon.awssdk.services.secretsmanager.model.InvalidRequestException;
import software.amazon.awssdk.services.secretsmanager.model.ResourceNotFoundException;
import software.amazon.awssdk.services.secretsmanager.model.SecretsManagerException;

/**
 * Secrets with a cache in the process. No value ever appears in a message or a log. What is read
 * while priming is not kept: it was invented.
 *
 * <p>Simultaneous readers of one secret cause one request.
 */
public final class Secrets {

  /** How long a value serves before it is read again (design: "secrets (5 min …)"). */
  public static final Duration TIME_TO_LIVE = Duration.ofMinutes(5);

  private static final ObjectMapper JSON = new ObjectMapper();

  private final Supplier<SecretsManagerClient> client;
  private final InstantSource clock;
  private final Map<String, Slot> slots = new ConcurrentHashMap<>();

  /**
   * Secrets read through a client.
   *
   * @param client asked at first use, so that making this costs nothing: {@code
   *     AwsClients.ofProcess()::secretsManager}
   * @param clock decides what is older than {@link #TIME_TO_LIVE}
   */
  public Secrets(Supplier<SecretsManagerClient> client, InstantSource clock) {
    this.client = client;
    this.clock = clock;
  }

  /**
   * The current value, at most {@link #TIME_TO_LIVE} old.
   *
   * @param secretId name or ARN
   * @throws MissingConfigurationException when the secret does not exist or has no value yet
   * @throws InvalidConfigurationException when access is denied or the value is no JSON object
   */
  public SecretJson read(String secretId) {
    Slot slot = slot(secretId);
    synchronized (slot) {
      SecretJson kept = slot.kept;
      if (kept != null && clock.instant().isBefore(slot.readAt.plus(TIME_TO_LIVE))) {
        return kept;
      }
      return readCurrent(slot, secretId);
    }
  }

  /**
   * The current value, read now; the cache keeps it. For the moment when the cached one was
   * refused.
   *
   * @param secretId name or ARN
   * @throws MissingConfigurationException when the secret does not exist or has no value yet
   * @throws InvalidConfigurationException when access is denied or the value is no JSON object
   */
  public SecretJson readAgain(String secretId) {
    Slot slot = slot(secretId);
    synchronized (slot) {
      return readCurrent(slot, secretId);
    }
  }

  /**
   * One version, whatever its stage labels are. Versions never change, so a cached one serves at
   * any age.
   *
   * @param secretId name or ARN
   * @param versionId as returned by {@link #put} or another read
   * @throws MissingConfigurationException when there is no such version (any more)
   * @throws InvalidConfigurationException when access is denied or the value is no JSON object
   */
  public SecretJson readVersion(String secretId, String versionId) {
    Slot slot = slot(secretId);
    synchronized (slot) {
      SecretJson version = slot.version;
      if (version != null && version.versionId().equals(versionId)) {
        return version;
      }
      SecretJson kept = slot.kept;
      if (kept != null && kept.versionId().equals(versionId)) {
        return kept;
      }
      SecretJson read =
          get(
              GetSecretValueRequest.builder().secretId(secretId).versionId(versionId).build(),
              () -> MissingConfigurationException.secretVersion(secretId, versionId));
      if (!Priming.isActive()) {
        slot.version = read;
      }
      return read;
    }
  }

  /**
   * Puts a new current value. Repeating the same put is safe: Secrets Manager takes the version id
   * as the request's token (PutSecretValue, {@code ClientRequestToken}).
   *
   * @param secretId name or ARN of a secret that exists
   * @param json the whole new value
   * @param versionId 32 to 64 characters that no other value of this secret has, e.g. a random UUID
   * @throws MissingConfigurationException when the secret does not exist
   * @throws InvalidConfigurationException when access is denied
   * @throws software.amazon.awssdk.services.secretsmanager.model.ResourceExistsException when that
   *     version exists with another value; nothing was changed
   */
  public SecretJson put(String secretId, ObjectNode json, String versionId) {
    ObjectNode value = json.deepCopy();
    SecretJson written = new SecretJson(secretId, versionId, value);
    Slot slot = slot(secretId);
    synchronized (slot) {
      try {
        client
            .get()
            .putSecretValue(
                request ->
                    request
                        .secretId(secretId)
                        .secretString(value.toString())
                        .clientRequestToken(versionId));
      } catch (ResourceNotFoundException missing) {
        throw MissingConfigurationException.secret(secretId);
      } catch (SecretsManagerException failed) {
        throw denied(failed, secretId, "secretsmanager:PutSecretValue");
      }
      if (!Priming.isActive()) {
        slot.keep(written, clock.instant());
      }
    }
    return written;
  }

  private Slot slot(String secretId) {
    return slots.computeIfAbsent(secretId, id -> new Slot());
  }

  private SecretJson readCurrent(Slot slot, String secretId) {
    SecretJson read =
        get(
            GetSecretValueRequest.builder().secretId(secretId).build(),
            () -> MissingConfigurationException.secret(secretId));
    if (!Priming.isActive()) {
      slot.keep(read, clock.instant());
    }
    return read;
  }

  private SecretJson get(
      GetSecretValueRequest request, Supplier<MissingConfigurationException> missing) {
    GetSecretValueResponse answer;
    try {
      answer = client.get().getSecretValue(request);
    } catch (ResourceNotFoundException notFound) {
      throw missing.get();
    } catch (InvalidRequestException refused) {
      throw isBeingDeleted(refused) ? missing.get() : refused;
    } catch (SecretsManagerException failed) {
      throw denied(failed, request.secretId(), "secretsmanager:GetSecretValue");
    }
    return new SecretJson(request.secretId(), answer.versionId(), parse(request, answer));
  }

  private static ObjectNode parse(GetSecretValueRequest request, GetSecretValueResponse answer) {
    String text = answer.secretString();
    try {
      JsonNode node = text == null ? null : JSON.readTree(text);
      if (node instanceof ObjectNode object) {
        return object;
      }
    } catch (JsonProcessingException malformed) {
      // Falls through: the parser's message quotes the value, so it must not be passed on.
    }
    throw InvalidConfigurationException.secret(request.secretId(), "a JSON object");
  }

  /** Whether a secret is refused because it was deleted a moment ago. */
  static boolean isBeingDeleted(InvalidRequestException refused) {
    String message = String.valueOf(refused.getMessage());
    return message.contains("marked for deletion")
        || message.contains("marked deleted")
        || message.contains("scheduled for deletion");
  }

  static RuntimeException denied(SecretsManagerException failed, String secretId, String action) {
    boolean denied =
        failed.awsErrorDetails() != null
            && "AccessDeniedException".equals(failed.awsErrorDetails().errorCode());
    return denied ? InvalidConfigurationException.secretDenied(secretId, action) : failed;
  }

  /** What the cache holds of one secret; guarded by itself. */
  private static final class Slot {
    private @Nullable SecretJson kept;
    private Instant readAt = Instant.MIN;

    /** The last version that was asked for by id; it need not be the current one. */
    private @Nullable SecretJson version;

    private void keep(SecretJson secret, Instant at) {
      kept = secret;
      readAt = at;
    }
  }
}
