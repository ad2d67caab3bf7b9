package callcentre.cloud.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import callcentre.aws.AwsClients;
import callcentre.aws.Endpoints;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;

class EmbeddedDynamoTest {

  private static final Map<String, AttributeValue> KEY = Map.of("id", AttributeValue.fromS("a"));

  @Test
  void tablesInAFolderOutliveTheProcess(@TempDir Path folder) {
    try (EmbeddedDynamo first = EmbeddedDynamo.in(folder.resolve("dynamodb"));
        AwsClients clients = AwsClients.at(Endpoints.all(first.endpoint()))) {
      create(clients);
      clients.dynamoDb().putItem(put -> put.tableName("kept").item(KEY));
    }

    try (EmbeddedDynamo second = EmbeddedDynamo.in(folder.resolve("dynamodb"));
        AwsClients clients = AwsClients.at(Endpoints.all(second.endpoint()))) {
      assertThat(clients.dynamoDb().getItem(get -> get.tableName("kept").key(KEY)).item())
          .isEqualTo(KEY);
    }
  }

  @Test
  void twoInMemoryShareNothing() {
    try (EmbeddedDynamo first = EmbeddedDynamo.inMemory();
        EmbeddedDynamo second = EmbeddedDynamo.inMemory();
        AwsClients here = AwsClients.at(Endpoints.all(first.endpoint()));
        AwsClients there = AwsClients.at(Endpoints.all(second.endpoint()))) {
      create(here);

      assertThat(here.dynamoDb().listTables().tableNames()).containsExactly("kept");
      assertThat(there.dynamoDb().listTables().tableNames()).isEmpty();
    }
  }

  @Test
  void itListensOnThisMachineOnly() {
    try (EmbeddedDynamo dynamo = EmbeddedDynamo.inMemory()) {
      assertThat(dynamo.endpoint().getHost()).isEqualTo("127.0.0.1");
      assertThat(dynamo.endpoint().getPort()).isPositive();
    }
  }

  private static void create(AwsClients clients) {
    clients
        .dynamoDb()
        .createTable(
            create ->
                create
                    .tableName("kept")
                    .billingMode(BillingMode.PAY_PER_REQUEST)
                    .attributeDefinitions(
                        AttributeDefinition.builder()
                            .attributeName("id")
                            .attributeType(ScalarAttributeType.S)
                            .build())
                    .keySchema(
                        KeySchemaElement.builder()
                            .attributeName("id")
                            .keyType(KeyType.HASH)
                            .build()));
  }
}
