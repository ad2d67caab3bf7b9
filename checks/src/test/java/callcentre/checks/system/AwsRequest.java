package callcentre.checks.system;

import callcentre.checks.Repository;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What a request to DynamoDB, SQS or Secrets Manager does, in the words of IAM.
 *
 * @param needs every permission without which AWS would refuse it
 */
record AwsRequest(List<Need> needs) {

  /**
   * A permission.
   *
   * @param action for example {@code dynamodb:PutItem}
   * @param resource the name of the table, queue or secret
   */
  record Need(String action, String resource) {}

  /**
   * Reads a request of the JSON protocol.
   *
   * @param target the header {@code X-Amz-Target}
   */
  static AwsRequest read(String target, byte[] body) {
    JsonNode content;
    try {
      content = Repository.JSON.readTree(body);
    } catch (IOException malformed) {
      throw new UncheckedIOException("no JSON in a request for " + target, malformed);
    }
    String operation = target.substring(target.indexOf('.') + 1);
    List<Need> needs = new ArrayList<>();
    switch (target.substring(0, target.indexOf('.'))) {
      case "DynamoDB_20120810" -> dynamo(operation, content, needs);
      case "AmazonSQS" -> queue(operation, content, needs);
      case "secretsmanager" -> needs.add(new Need("secretsmanager:" + operation, secret(content)));
      default -> throw new IllegalArgumentException("an unknown service is asked: " + target);
    }
    return new AwsRequest(List.copyOf(needs));
  }

  /** Transactions need the permissions of their parts (AWS: "IAM and DynamoDB transactions"). */
  private static void dynamo(String operation, JsonNode content, List<Need> needs) {
    switch (operation) {
      case "TransactWriteItems", "TransactGetItems" -> {
        for (JsonNode item : content.path("TransactItems")) {
          for (Map.Entry<String, JsonNode> part : item.properties()) {
            String action =
                part.getKey().equals("ConditionCheck")
                    ? "ConditionCheckItem"
                    : part.getKey() + "Item";
            needs.add(new Need("dynamodb:" + action, part.getValue().path("TableName").asText()));
          }
        }
      }
      case "BatchGetItem", "BatchWriteItem" ->
          content
              .path("RequestItems")
              .fieldNames()
              .forEachRemaining(table -> needs.add(new Need("dynamodb:" + operation, table)));
      default -> needs.add(new Need("dynamodb:" + operation, table(content)));
    }
  }

  /** An index is a resource of its own (AWS: "Using IAM with DynamoDB", index ARNs). */
  private static String table(JsonNode content) {
    String table = content.path("TableName").asText();
    String index = content.path("IndexName").asText();
    return index.isEmpty() ? table : table + "/index/" + index;
  }

  /** A batch needs the permission of its single action (SQS: "API permissions"). */
  private static String ofOne(String operation) {
    return operation.endsWith("Batch")
        ? operation.substring(0, operation.length() - "Batch".length())
        : operation;
  }

  /** Moving messages needs more than its own permission (SQS: "StartMessageMoveTask"). */
  private static void queue(String operation, JsonNode content, List<Need> needs) {
    String queue =
        last(content.path("QueueUrl").asText(content.path("SourceArn").asText()), "[/:]");
    needs.add(new Need("sqs:" + ofOne(operation), queue));
    if (operation.equals("StartMessageMoveTask")) {
      needs.add(new Need("sqs:ReceiveMessage", queue));
      needs.add(new Need("sqs:DeleteMessage", queue));
      String target = content.path("DestinationArn").asText();
      needs.add(
          new Need(
              "sqs:SendMessage", target.isEmpty() ? queue.replace("-dlq", "") : last(target, ":")));
    }
  }

  /**
   * A secret's name, from the name it shall have, its name or its ARN with the six characters that
   * AWS adds.
   */
  private static String secret(JsonNode content) {
    String text = content.path("SecretId").asText(content.path("Name").asText());
    return text.startsWith("arn:") ? last(text, ":").replaceFirst("-[A-Za-z0-9]{6}$", "") : text;
  }

  private static String last(String text, String separator) {
    String[] parts = text.split(separator, -1);
    return parts[parts.length - 1];
  }
}
