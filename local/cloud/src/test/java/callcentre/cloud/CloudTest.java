package callcentre.cloud;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;
import software.amazon.awssdk.services.secretsmanager.model.ResourceNotFoundException;
import software.amazon.awssdk.services.sqs.model.Message;

@ExtendWith(CloudExtension.class)
class CloudTest {

  private final Cloud cloud;
  private final String stage;

  CloudTest(Cloud cloud) {
    this.cloud = cloud;
    this.stage = cloud.newStage();
  }

  @Test
  void aTableKeepsAnItem() {
    CreateTableRequest table = table(stage + "-things", "id");

    assertThat(cloud.createTable(table)).isTrue();
    cloud
        .dynamoDb()
        .putItem(
            put ->
                put.tableName(table.tableName())
                    .item(Map.of("id", AttributeValue.fromS("a"), "n", AttributeValue.fromN("1"))));

    assertThat(
            cloud
                .dynamoDb()
                .getItem(
                    get ->
                        get.tableName(table.tableName())
                            .key(Map.of("id", AttributeValue.fromS("a"))))
                .item())
        .containsEntry("n", AttributeValue.fromN("1"));
  }

  @Test
  void aTableThatExistsIsKept() {
    CreateTableRequest table = table(stage + "-kept", "id");
    cloud.createTable(table);

    assertThat(cloud.createTable(table)).isFalse();
  }

  @Test
  void aTableThatExistsWithOtherKeysIsRefused() {
    cloud.createTable(table(stage + "-other", "id"));

    assertThatThrownBy(() -> cloud.createTable(table(stage + "-other", "name")))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining(stage + "-other")
        .hasMessageContaining("It was kept");
  }

  @Test
  void aMessageThatIsReceivedTooOftenMovesToTheDeadLetters() {
    Queue deadLetters = cloud.createQueue(stage + "-dead", Duration.ofSeconds(30));
    Queue queue = cloud.createQueue(stage + "-work", Duration.ZERO, deadLetters, 1);
    cloud.sqs().sendMessage(send -> send.queueUrl(queue.url()).messageBody("job"));

    int receptions = 0;
    while (!receive(queue).isEmpty()) {
      receptions++;
    }

    assertThat(receptions).isEqualTo(1);
    assertThat(receive(deadLetters)).containsExactly("job");
  }

  @Test
  void aQueueThatExistsIsTheSameQueue() {
    Queue queue = cloud.createQueue(stage + "-same", Duration.ofSeconds(30));

    assertThat(cloud.createQueue(stage + "-same", Duration.ofSeconds(30))).isEqualTo(queue);
  }

  @Test
  void aFreshSecretHasNoValueUntilOneIsGiven() {
    String name = stage + "/credentials";
    cloud.createSecret(name);
    assertThatThrownBy(() -> cloud.secretsManager().getSecretValue(get -> get.secretId(name)))
        .isInstanceOf(ResourceNotFoundException.class);

    cloud.createSecret(name, "{\"api_key\":\"k\"}");

    assertThat(cloud.secretsManager().getSecretValue(get -> get.secretId(name)).secretString())
        .isEqualTo("{\"api_key\":\"k\"}");
  }

  @Test
  void stagesNeverRepeat() {
    assertThat(cloud.newStage()).isNotEqualTo(cloud.newStage());
  }

  private List<String> receive(Queue queue) {
    return cloud
        .sqs()
        .receiveMessage(receive -> receive.queueUrl(queue.url()).waitTimeSeconds(1))
        .messages()
        .stream()
        .map(Message::body)
        .toList();
  }

  private static CreateTableRequest table(String name, String key) {
    return CreateTableRequest.builder()
        .tableName(name)
        .attributeDefinitions(
            AttributeDefinition.builder()
                .attributeName(key)
                .attributeType(ScalarAttributeType.S)
                .build())
        .keySchema(KeySchemaElement.builder().attributeName(key).keyType(KeyType.HASH).build())
        .billingMode(BillingMode.PAY_PER_REQUEST)
        .build();
  }
}
