package callcentre.aws;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * The clients of the process take their addresses from the SDK's own settings. The properties set
 * here are the twins of the environment variables AWS_ENDPOINT_URL_DYNAMODB, _SQS and
 * _SECRETS_MANAGER, which a running process cannot set.
 */
class ProcessClientsTest {

  private static FakeAws dynamoDb;
  private static FakeAws sqs;
  private static FakeAws secretsManager;

  @TempDir private static Path folder;

  @BeforeAll
  static void startServices() throws IOException {
    dynamoDb = new FakeAws();
    sqs = new FakeAws();
    secretsManager = new FakeAws();
    System.setProperty("aws.endpointUrlDynamoDb", dynamoDb.endpoint().toString());
    System.setProperty("aws.endpointUrlSqs", sqs.endpoint().toString());
    System.setProperty("aws.endpointUrlSecretsManager", secretsManager.endpoint().toString());
    // A person's own settings, which would lead the clients astray.
    Path personal = folder.resolve("config");
    Files.writeString(personal, "[default]\nignore_configured_endpoint_urls = true\n");
    System.setProperty("aws.configFile", personal.toString());
  }

  @AfterAll
  static void stopServices() {
    dynamoDb.close();
    sqs.close();
    secretsManager.close();
    System.clearProperty("aws.endpointUrlDynamoDb");
    System.clearProperty("aws.endpointUrlSqs");
    System.clearProperty("aws.endpointUrlSecretsManager");
    System.clearProperty("aws.configFile");
  }

  @Test
  void eachServiceIsReachedAtItsOwnAddressWhateverAPersonsProfileFileSays() {
    get();
    send();
    secret();

    assertThat(dynamoDb.targets()).contains("DynamoDB_20120810.GetItem");
    assertThat(sqs.targets()).contains("AmazonSQS.SendMessage");
    assertThat(secretsManager.targets()).contains("secretsmanager.GetSecretValue");
    assertThat(dynamoDb.authorizations()).allMatch(header -> header.contains("Credential=local/"));
  }

  @Test
  void primingReachesNoServiceAndNeedsNoCredentials() {
    int before = requests();

    AwsClients.prime(
        () -> {
          assertThat(Priming.isActive()).isTrue();
          get();
          send();
          secret();
        });

    assertThat(requests()).isEqualTo(before);
    assertThat(Priming.isActive()).isFalse();
    get();
    assertThat(requests()).isEqualTo(before + 1);
  }

  @Test
  void primingEndsWhenItsWorkFails() {
    try {
      AwsClients.prime(
          () -> {
            throw new IllegalStateException("the invented event was refused");
          });
    } catch (IllegalStateException expected) {
      assertThat(expected).hasMessage("the invented event was refused");
    }

    assertThat(Priming.isActive()).isFalse();
  }

  @Test
  void theClientsOfAProcessAreMadeOnce() {
    assertThat(AwsClients.ofProcess()).isSameAs(AwsClients.ofProcess());
    assertThat(AwsClients.ofProcess().dynamoDb()).isSameAs(AwsClients.ofProcess().dynamoDb());
  }

  private static int requests() {
    return dynamoDb.targets().size() + sqs.targets().size() + secretsManager.targets().size();
  }

  private static void get() {
    Map<String, AttributeValue> key = Map.of("id", AttributeValue.fromS("a"));
    AwsClients.ofProcess().dynamoDb().getItem(get -> get.tableName("t").key(key));
  }

  private static void send() {
    AwsClients.ofProcess()
        .sqs()
        .sendMessage(send -> send.queueUrl("http://localhost/queue/q").messageBody("job"));
  }

  private static void secret() {
    AwsClients.ofProcess().secretsManager().getSecretValue(get -> get.secretId("s"));
  }
}
