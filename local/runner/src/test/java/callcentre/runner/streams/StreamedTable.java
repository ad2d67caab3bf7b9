package callcentre.runner.streams;

import callcentre.cloud.Cloud;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;
import software.amazon.awssdk.services.dynamodb.model.StreamViewType;

/** A table with a stream, keyed by {@code id}. */
record StreamedTable(Cloud cloud, String name) {

  static StreamedTable in(Cloud cloud) {
    String name = cloud.newStage() + "-things";
    cloud.createTable(
        CreateTableRequest.builder()
            .tableName(name)
            .billingMode(BillingMode.PAY_PER_REQUEST)
            .attributeDefinitions(
                AttributeDefinition.builder()
                    .attributeName("id")
                    .attributeType(ScalarAttributeType.S)
                    .build())
            .keySchema(KeySchemaElement.builder().attributeName("id").keyType(KeyType.HASH).build())
            .streamSpecification(
                stream -> stream.streamEnabled(true).streamViewType(StreamViewType.NEW_IMAGE))
            .build());
    return new StreamedTable(cloud, name);
  }

  void put(String id) {
    put(key(id));
  }

  void put(Map<String, AttributeValue> item) {
    cloud.dynamoDb().putItem(request -> request.tableName(name).item(item));
  }

  void delete(String id) {
    cloud.dynamoDb().deleteItem(request -> request.tableName(name).key(key(id)));
  }

  private static Map<String, AttributeValue> key(String id) {
    return Map.of("id", AttributeValue.fromS(id));
  }
}
