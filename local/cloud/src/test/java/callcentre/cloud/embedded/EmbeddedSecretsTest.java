package callcentre.cloud.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import callcentre.aws.AwsClients;
import callcentre.aws.Endpoints;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.secretsmanager.model.InvalidParameterException;
import software.amazon.awssdk.services.secretsmanager.model.InvalidRequestException;
import software.amazon.awssdk.services.secretsmanager.model.ResourceExistsException;
import software.amazon.awssdk.services.secretsmanager.model.ResourceNotFoundException;
import software.amazon.awssdk.services.secretsmanager.model.SecretsManagerException;

/** The rules of Secrets Manager, seen through the SDK's own client. */
class EmbeddedSecretsTest {

  private static final String FIRST = UUID.nameUUIDFromBytes(new byte[] {1}).toString();
  private static final String SECOND = UUID.nameUUIDFromBytes(new byte[] {2}).toString();
  private static final String THIRD = UUID.nameUUIDFromBytes(new byte[] {3}).toString();

  private final EmbeddedSecrets secrets = EmbeddedSecrets.inMemory();
  private final AwsClients clients = AwsClients.at(Endpoints.all(secrets.endpoint()));
  private final SecretsManagerClient client = clients.secretsManager();

  @AfterEach
  void stop() {
    clients.close();
    secrets.close();
  }

  @Test
  void aSecretWithoutValueIsNotFoundWhenItsValueIsRead() {
    client.createSecret(create -> create.name("s"));

    assertThatThrownBy(() -> client.getSecretValue(get -> get.secretId("s")))
        .isInstanceOf(ResourceNotFoundException.class)
        .hasMessageContaining("AWSCURRENT");
    assertThat(client.describeSecret(describe -> describe.secretId("s")).name()).isEqualTo("s");
  }

  @Test
  void anUnknownSecretIsNotFound() {
    assertThatThrownBy(() -> client.getSecretValue(get -> get.secretId("s")))
        .isInstanceOf(ResourceNotFoundException.class);
    assertThatThrownBy(() -> put("value", FIRST)).isInstanceOf(ResourceNotFoundException.class);
  }

  @Test
  void aSecretIsFoundByItsArn() {
    String arn = client.createSecret(create -> create.name("s").secretString("v")).arn();

    assertThat(client.getSecretValue(get -> get.secretId(arn)).secretString()).isEqualTo("v");
  }

  @Test
  void aNameIsTakenOnce() {
    client.createSecret(create -> create.name("s"));

    assertThatThrownBy(() -> client.createSecret(create -> create.name("s")))
        .isInstanceOf(ResourceExistsException.class);
  }

  @Test
  void theVersionIdIsTheRequestToken() {
    client.createSecret(create -> create.name("s"));

    assertThat(put("a", FIRST)).isEqualTo(FIRST);

    assertThat(current()).isEqualTo("a");
    assertThat(client.getSecretValue(get -> get.secretId("s")).versionId()).isEqualTo(FIRST);
  }

  @Test
  void aNewValueIsCurrentAndTheOldOneIsThePreviousOne() {
    client.createSecret(create -> create.name("s"));
    put("a", FIRST);
    put("b", SECOND);
    put("c", THIRD);

    assertThat(current()).isEqualTo("c");
    assertThat(
            client
                .getSecretValue(get -> get.secretId("s").versionStage("AWSPREVIOUS"))
                .secretString())
        .isEqualTo("b");
    assertThat(client.getSecretValue(get -> get.secretId("s").versionId(FIRST)).secretString())
        .isEqualTo("a");
    assertThat(client.describeSecret(get -> get.secretId("s")).versionIdsToStages())
        .containsOnlyKeys(SECOND, THIRD);
    assertThat(client.listSecretVersionIds(list -> list.secretId("s")).versions()).hasSize(2);
    assertThat(
            client
                .listSecretVersionIds(list -> list.secretId("s").includeDeprecated(true))
                .versions())
        .hasSize(3);
  }

  @Test
  void theSameTokenWithTheSameValueChangesNothing() {
    client.createSecret(create -> create.name("s"));
    put("a", FIRST);
    put("b", SECOND);

    assertThat(put("a", FIRST)).isEqualTo(FIRST);

    assertThat(current()).isEqualTo("b");
  }

  @Test
  void theSameTokenWithAnotherValueIsRefused() {
    client.createSecret(create -> create.name("s"));
    put("a", FIRST);

    assertThatThrownBy(() -> put("b", FIRST)).isInstanceOf(ResourceExistsException.class);

    assertThat(current()).isEqualTo("a");
  }

  @Test
  void aTokenThatIsTooShortIsRefused() {
    client.createSecret(create -> create.name("s"));

    assertThatThrownBy(() -> put("a", "short")).isInstanceOf(InvalidParameterException.class);
  }

  @Test
  void aVersionAndAStageThatDoNotMatchAreRefused() {
    client.createSecret(create -> create.name("s"));
    put("a", FIRST);
    put("b", SECOND);

    assertThatThrownBy(
            () ->
                client.getSecretValue(
                    get -> get.secretId("s").versionId(FIRST).versionStage("AWSCURRENT")))
        .isInstanceOf(InvalidRequestException.class);
  }

  @Test
  void anUpdateGivesANewValueAndDescription() {
    client.createSecret(create -> create.name("s").secretString("a"));

    client.updateSecret(update -> update.secretId("s").secretString("b").description("keys"));

    assertThat(current()).isEqualTo("b");
    assertThat(client.describeSecret(get -> get.secretId("s")).description()).isEqualTo("keys");
  }

  @Test
  void anOperationThatIsMissingHereIsRefusedByName() {
    assertThatThrownBy(() -> client.restoreSecret(restore -> restore.secretId("s")))
        .isInstanceOf(SecretsManagerException.class)
        .hasMessageContaining("RestoreSecret");
  }

  @Test
  void aDeletedSecretIsGoneAtOnceAndItsNameIsFree() {
    client.createSecret(create -> create.name("s").secretString("a"));

    client.deleteSecret(delete -> delete.secretId("s").forceDeleteWithoutRecovery(true));

    assertThatThrownBy(() -> client.getSecretValue(get -> get.secretId("s")))
        .isInstanceOf(ResourceNotFoundException.class);
    client.createSecret(create -> create.name("s").secretString("b"));
    assertThat(current()).isEqualTo("b");
  }

  @Test
  void aDeletionWithARecoveryWindowIsNotPretended() {
    client.createSecret(create -> create.name("s").secretString("a"));

    assertThatThrownBy(() -> client.deleteSecret(delete -> delete.secretId("s")))
        .isInstanceOf(SecretsManagerException.class)
        .hasMessageContaining("ForceDeleteWithoutRecovery");
    assertThat(current()).isEqualTo("a");
  }

  @Test
  void secretsInAFileOutliveTheProcess(@TempDir Path folder) {
    Path file = folder.resolve("data").resolve("secrets.json");
    try (EmbeddedSecrets first = EmbeddedSecrets.in(file);
        AwsClients reach = AwsClients.at(Endpoints.all(first.endpoint()))) {
      reach.secretsManager().createSecret(create -> create.name("kept").secretString("a"));
      reach
          .secretsManager()
          .putSecretValue(put -> put.secretId("kept").secretString("b").clientRequestToken(FIRST));
    }

    try (EmbeddedSecrets second = EmbeddedSecrets.in(file);
        AwsClients reach = AwsClients.at(Endpoints.all(second.endpoint()))) {
      var value = reach.secretsManager().getSecretValue(get -> get.secretId("kept"));
      assertThat(value.secretString()).isEqualTo("b");
      assertThat(value.versionId()).isEqualTo(FIRST);
      assertThat(
              reach
                  .secretsManager()
                  .getSecretValue(get -> get.secretId("kept").versionStage("AWSPREVIOUS"))
                  .secretString())
          .isEqualTo("a");
    }
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void theFileIsReadableByItsOwnerOnly(@TempDir Path folder) throws Exception {
    Path file = folder.resolve("secrets.json");
    try (EmbeddedSecrets kept = EmbeddedSecrets.in(file);
        AwsClients reach = AwsClients.at(Endpoints.all(kept.endpoint()))) {
      reach.secretsManager().createSecret(create -> create.name("s").secretString("a"));
    }

    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    try (var files = Files.list(folder)) {
      assertThat(files).containsExactly(file);
    }
  }

  private String put(String value, String token) {
    return client
        .putSecretValue(put -> put.secretId("s").secretString(value).clientRequestToken(token))
        .versionId();
  }

  private String current() {
    return client.getSecretValue(get -> get.secretId("s")).secretString();
  }
}
