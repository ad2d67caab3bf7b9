package callcentre.aws;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.http.ContentStreamProvider;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpResponse;

/**
 * The transport of the AWS clients: the real one, except that while {@link Priming} is active every
 * request is answered in memory with 200 and the smallest valid body. So a whole invented event can
 * pass through serialisation, signing and parsing before a SnapStart snapshot, without network.
 *
 * <p>All three services speak AWS JSON: the operation is in the header {@code X-Amz-Target}.
 * Queries and reads answer "nothing found", which the code under priming must take like in real
 * life.
 */
public final class PrimingTransport implements SdkHttpClient {

  /** Version id of every secret that is "read" while priming. */
  public static final String VERSION_ID = "00000000-0000-0000-0000-000000000000";

  private static final Map<String, String> ANSWERS =
      Map.of(
          "DynamoDB_20120810.Query", "{\"Items\":[],\"Count\":0,\"ScannedCount\":0}",
          "DynamoDB_20120810.Scan", "{\"Items\":[],\"Count\":0,\"ScannedCount\":0}",
          "DynamoDB_20120810.BatchGetItem", "{\"Responses\":{},\"UnprocessedKeys\":{}}",
          "DynamoDB_20120810.BatchWriteItem", "{\"UnprocessedItems\":{}}",
          "secretsmanager.GetSecretValue",
              "{\"ARN\":\"priming\",\"Name\":\"priming\",\"VersionId\":\""
                  + VERSION_ID
                  + "\",\"SecretString\":\"{}\",\"VersionStages\":[\"AWSCURRENT\"]}",
          "secretsmanager.PutSecretValue",
              "{\"ARN\":\"priming\",\"Name\":\"priming\",\"VersionId\":\"" + VERSION_ID + "\"}",
          "AmazonSQS.SendMessageBatch", "{\"Successful\":[],\"Failed\":[]}",
          "AmazonSQS.GetQueueAttributes",
              "{\"Attributes\":{\"ApproximateNumberOfMessages\":\"0\"}}");

  private final SdkHttpClient real;

  /**
   * Wraps a transport.
   *
   * @param real what carries requests whenever nothing is being primed; closed with this one
   */
  public PrimingTransport(SdkHttpClient real) {
    this.real = real;
  }

  @Override
  public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
    return Priming.isActive() ? new Answered(request) : real.prepareRequest(request);
  }

  @Override
  public String clientName() {
    return real.clientName();
  }

  @Override
  public void close() {
    real.close();
  }

  private record Answered(HttpExecuteRequest request) implements ExecutableHttpRequest {

    @Override
    public HttpExecuteResponse call() throws IOException {
      byte[] sent = sent(request.contentStreamProvider());
      byte[] body = answer(target(), sent).getBytes(StandardCharsets.UTF_8);
      return HttpExecuteResponse.builder()
          .response(
              SdkHttpResponse.builder()
                  .statusCode(200)
                  .putHeader("Content-Type", "application/x-amz-json-1.0")
                  .putHeader("Content-Length", Integer.toString(body.length))
                  .putHeader("x-amzn-RequestId", "priming")
                  .build())
          .responseBody(AbortableInputStream.create(new ByteArrayInputStream(body)))
          .build();
    }

    @Override
    public void abort() {
      // Answered from memory: there is no connection to give up.
    }

    private String target() {
      return request.httpRequest().firstMatchingHeader("X-Amz-Target").orElse("");
    }

    private static String answer(String target, byte[] sent) throws IOException {
      // The SDK compares this digest with its own and would refuse the answer without it.
      return "AmazonSQS.SendMessage".equals(target)
          ? "{\"MessageId\":\"priming\",\"MD5OfMessageBody\":\"" + digest(sent) + "\"}"
          : ANSWERS.getOrDefault(target, "{}");
    }

    private static String digest(byte[] sent) throws IOException {
      String message = new ObjectMapper().readTree(sent).path("MessageBody").asText();
      try {
        byte[] digest =
            MessageDigest.getInstance("MD5").digest(message.getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(digest);
      } catch (NoSuchAlgorithmException impossible) {
        throw new IllegalStateException("every JDK has MD5", impossible);
      }
    }

    /** The request's body is read as a connection would, so that marshalling is loaded too. */
    private static byte[] sent(Optional<ContentStreamProvider> content) throws IOException {
      if (content.isEmpty()) {
        return new byte[0];
      }
      try (InputStream body = content.get().newStream()) {
        return body.readAllBytes();
      }
    }
  }
}
