package callcentre.cloud;

import callcentre.aws.AwsClients;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndexDescription;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.ResourceInUseException;
import software.amazon.awssdk.services.dynamodb.model.TableDescription;
import software.amazon.awssdk.services.secretsmanager.model.ResourceExistsException;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/** Makes tables, queues and secrets, each only when it is not there. */
final class CloudResources {

  private final AwsClients clients;

  CloudResources(AwsClients clients) {
    this.clients = clients;
  }

  boolean createTable(CreateTableRequest request) {
    DynamoDbClient dynamoDb = clients.dynamoDb();
    boolean made = true;
    try {
      dynamoDb.createTable(request);
    } catch (ResourceInUseException exists) {
      made = false;
    }
    try (var waiter = dynamoDb.waiter()) {
      TableDescription table =
          waiter
              .waitUntilTableExists(wait -> wait.tableName(request.tableName()))
              .matched()
              .response()
              .orElseThrow()
              .table();
      requireSame(request, table);
      if (request.streamSpecification() != null && table.streamSpecification() == null) {
        // It was made before it was declared with a stream; a deploy adds that, too.
        dynamoDb.updateTable(
            update ->
                update
                    .tableName(request.tableName())
                    .streamSpecification(request.streamSpecification()));
      }
    }
    return made;
  }

  private static void requireSame(CreateTableRequest request, TableDescription table) {
    Map<String, List<KeySchemaElement>> wanted =
        request.globalSecondaryIndexes().stream()
            .collect(
                Collectors.toMap(GlobalSecondaryIndex::indexName, GlobalSecondaryIndex::keySchema));
    Map<String, List<KeySchemaElement>> found =
        table.globalSecondaryIndexes().stream()
            .collect(
                Collectors.toMap(
                    GlobalSecondaryIndexDescription::indexName,
                    GlobalSecondaryIndexDescription::keySchema));
    boolean same =
        Set.copyOf(request.keySchema()).equals(Set.copyOf(table.keySchema()))
            && wanted.equals(found);
    if (!same) {
      throw new IllegalStateException(
          "The table "
              + request.tableName()
              + " exists with other keys or indexes than it is declared with. It was kept;"
              + " start with an empty data folder to have it made anew.");
    }
  }

  String streamArn(String table) {
    return Optional.ofNullable(
            clients
                .dynamoDb()
                .describeTable(request -> request.tableName(table))
                .table()
                .latestStreamArn())
        .orElseThrow(() -> new IllegalStateException("The table " + table + " has no stream"));
  }

  Queue createQueue(String name, Duration visibility, Optional<Redrive> redrive) {
    SqsClient sqs = clients.sqs();
    Map<QueueAttributeName, String> attributes = new EnumMap<>(QueueAttributeName.class);
    attributes.put(QueueAttributeName.VISIBILITY_TIMEOUT, Long.toString(visibility.toSeconds()));
    redrive.ifPresent(policy -> attributes.put(QueueAttributeName.REDRIVE_POLICY, policy.json()));
    String url =
        sqs.createQueue(request -> request.queueName(name).attributes(attributes)).queueUrl();
    Map<QueueAttributeName, String> found =
        sqs.getQueueAttributes(
                request -> request.queueUrl(url).attributeNames(QueueAttributeName.QUEUE_ARN))
            .attributes();
    String arn =
        Optional.ofNullable(found.get(QueueAttributeName.QUEUE_ARN))
            .orElseThrow(() -> new IllegalStateException("SQS told no ARN of the queue " + name));
    return new Queue(name, url, arn);
  }

  String createSecret(String name) {
    try {
      return clients.secretsManager().createSecret(request -> request.name(name)).arn();
    } catch (ResourceExistsException exists) {
      return clients.secretsManager().describeSecret(request -> request.secretId(name)).arn();
    }
  }
}
