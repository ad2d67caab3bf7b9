package callcentre.cloud;

import callcentre.aws.Endpoints;
import java.time.Duration;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient;

/** Makes the client of streams, which DynamoDB serves at its own address. */
final class CloudStreams {

  private static final Duration ATTEMPT = Duration.ofSeconds(10);

  private CloudStreams() {}

  static DynamoDbStreamsClient client(Endpoints endpoints) {
    return DynamoDbStreamsClient.builder()
        .endpointOverride(endpoints.dynamoDb())
        .region(Region.US_EAST_1)
        .credentialsProvider(
            StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local")))
        .overrideConfiguration(override -> override.apiCallAttemptTimeout(ATTEMPT))
        .httpClientBuilder(UrlConnectionHttpClient.builder())
        .build();
  }
}
