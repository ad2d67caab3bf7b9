package callcentre.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.InstantSource;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Every operation of this system passes while priming, although nothing listens anywhere. */
class PrimingTransportTest {

  private static final String QUEUE = "http://localhost/queue/q";

  private final AwsClients clients = AwsClients.at(Endpoints.all(URI.create("http://127.0.0.1:1")));

  @AfterEach
  void close() {
    clients.close();
  }

  @Test
  void readsOfDynamoDbFindNothing() {
    var dynamoDb = clients.dynamoDb();
    Map<String, AttributeValue> key = Map.of("id", AttributeValue.fromS("a"));
    AwsClients.prime(
        () -> {
          assertThat(dynamoDb.getItem(get -> get.tableName("t").key(key)).hasItem()).isFalse();
          assertThat(dynamoDb.query(query -> query.tableName("t")).items()).isEmpty();
          assertThat(dynamoDb.batchGetItem(get -> get.requestItems(Map.of())).hasUnprocessedKeys())
              .isTrue();
        });
  }

  @Test
  void writesOfDynamoDbSucceed() {
    var dynamoDb = clients.dynamoDb();
    Map<String, AttributeValue> item = Map.of("id", AttributeValue.fromS("a"));
    AwsClients.prime(
        () -> {
          dynamoDb.putItem(put -> put.tableName("t").item(item));
          dynamoDb.updateItem(update -> update.tableName("t").key(item));
          dynamoDb.deleteItem(delete -> delete.tableName("t").key(item));
          dynamoDb.transactWriteItems(
              write -> write.transactItems(part -> part.put(put -> put.tableName("t").item(item))));
          assertThat(dynamoDb.batchWriteItem(write -> write.requestItems(Map.of()))).isNotNull();
        });
  }

  @Test
  void queuesTakeMessages() {
    AwsClients.prime(
        () -> {
          clients.sqs().sendMessage(send -> send.queueUrl(QUEUE).messageBody("job"));
          assertThat(
                  clients
                      .sqs()
                      .getQueueAttributes(get -> get.queueUrl(QUEUE))
                      .attributesAsStrings())
              .containsEntry("ApproximateNumberOfMessages", "0");
        });
  }

  @Test
  void aSecretReadWhilePrimingIsAnEmptyObjectThatNobodyKeeps() {
    Secrets secrets = new Secrets(clients::secretsManager, InstantSource.system());

    AwsClients.prime(
        () -> {
          assertThat(secrets.read("s").value()).isEmpty();
          assertThat(secrets.readVersion("s", PrimingTransport.VERSION_ID).versionId())
              .isEqualTo(PrimingTransport.VERSION_ID);
        });

    assertThatThrownBy(() -> secrets.read("s")).isInstanceOf(SdkClientException.class);
  }
}
