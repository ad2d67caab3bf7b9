package callcentre.aws;

import java.net.URI;

/**
 * Where the three services are when they are not AWS's own: embedded ones or LocalStack.
 *
 * @param dynamoDb base address of DynamoDB
 * @param sqs base address of SQS
 * @param secretsManager base address of Secrets Manager
 */
public record Endpoints(URI dynamoDb, URI sqs, URI secretsManager) {

  /** One address that serves all three, as LocalStack does. */
  public static Endpoints all(URI endpoint) {
    return new Endpoints(endpoint, endpoint, endpoint);
  }
}
