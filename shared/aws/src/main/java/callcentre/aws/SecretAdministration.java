package callcentre.aws;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.secretsmanager.model.InvalidRequestException;
import software.amazon.awssdk.services.secretsmanager.model.ResourceExistsException;
import software.amazon.awssdk.services.secretsmanager.model.ResourceNotFoundException;
import software.amazon.awssdk.services.secretsmanager.model.SecretsManagerException;

/**
 * Secrets that come and go while the stack runs. It never reads a value; {@link Secrets} does.
 *
 * <p>A deleted secret is gone at once and for good. Secrets Manager frees its name a little later,
 * so a secret that is made again in that moment is tried a few times (DeleteSecret, {@code
 * ForceDeleteWithoutRecovery}).
 */
public final class SecretAdministration {

  private static final int ATTEMPTS = 4;
  private static final Duration FIRST_PAUSE = Duration.ofMillis(250);

  private final Supplier<SecretsManagerClient> client;
  private final Consumer<Duration> pause;

  /**
   * @param client asked at first use
   * @param pause waits until a deleted name is free again
   */
  public SecretAdministration(Supplier<SecretsManagerClient> client, Consumer<Duration> pause) {
    this.client = client;
    this.pause = pause;
  }

  /**
   * Makes a secret without a value, unless it is there already.
   *
   * @param name letters, digits and {@code /_+=.@-}, at most 512
   * @param description for operators; no secret
   * @throws InvalidConfigurationException when access is denied
   */
  public void ensure(String name, String description) {
    whenNameIsFree(name, () -> create(name, description, Optional.empty()));
  }

  /**
   * Makes a secret with a value, or gives it another value.
   *
   * @param name letters, digits and {@code /_+=.@-}, at most 512
   * @param description for operators; no secret
   * @param json the whole value
   * @throws InvalidConfigurationException when access is denied
   */
  public void put(String name, String description, ObjectNode json) {
    String value = json.toString();
    whenNameIsFree(
        name,
        () -> {
          if (!create(name, description, Optional.of(value))) {
            client.get().putSecretValue(put -> put.secretId(name).secretString(value));
          }
        });
  }

  /**
   * Deletes a secret with all its versions, at once and for good.
   *
   * @return false when there was none
   * @throws InvalidConfigurationException when access is denied
   */
  public boolean delete(String name) {
    if (!exists(name)) {
      return false;
    }
    try {
      client.get().deleteSecret(delete -> delete.secretId(name).forceDeleteWithoutRecovery(true));
      return true;
    } catch (ResourceNotFoundException gone) {
      return false;
    } catch (SecretsManagerException failed) {
      throw Secrets.denied(failed, name, "secretsmanager:DeleteSecret");
    }
  }

  /**
   * Whether there is such a secret that is not being deleted.
   *
   * @throws InvalidConfigurationException when access is denied
   */
  public boolean exists(String name) {
    try {
      return client.get().describeSecret(describe -> describe.secretId(name)).deletedDate() == null;
    } catch (ResourceNotFoundException missing) {
      return false;
    } catch (SecretsManagerException failed) {
      throw Secrets.denied(failed, name, "secretsmanager:DescribeSecret");
    }
  }

  /** False when it is there already. */
  private boolean create(String name, String description, Optional<String> value) {
    try {
      client
          .get()
          .createSecret(
              create -> {
                create.name(name).description(description);
                value.ifPresent(create::secretString);
              });
      return true;
    } catch (ResourceExistsException exists) {
      return false;
    }
  }

  private void whenNameIsFree(String name, Runnable write) {
    for (int attempt = 1; ; attempt++) {
      try {
        write.run();
        return;
      } catch (InvalidRequestException busy) {
        if (attempt == ATTEMPTS || !Secrets.isBeingDeleted(busy)) {
          throw busy;
        }
        pause.accept(FIRST_PAUSE.multipliedBy(1L << (attempt - 1)));
      } catch (SecretsManagerException failed) {
        throw Secrets.denied(
            failed, name, "secretsmanager:CreateSecret and secretsmanager:PutSecretValue");
      }
    }
  }
}
