package callcentre.aws;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.http.ContentStreamProvider;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.SignedRequest;
import software.amazon.awssdk.utils.IoUtils;

/**
 * Requests with AWS Signature Version 4 to a service for which no client is packed. The signature,
 * the credentials and the transport are those of the AWS clients.
 */
public final class SignedHttp {

  private static final AwsV4HttpSigner SIGNER = AwsV4HttpSigner.create();
  private static final int LONGEST_ANSWER = 4096;

  private final SdkHttpClient transport;
  private final AwsCredentialsProvider credentials;
  private final String service;
  private final String region;

  SignedHttp(
      SdkHttpClient transport, AwsCredentialsProvider credentials, String service, String region) {
    this.transport = transport;
    this.credentials = credentials;
    this.service = service;
    this.region = region;
  }

  /**
   * An answer of any status.
   *
   * @param body its first 4,096 bytes as UTF-8
   */
  public record Answer(int status, String body) {}

  /**
   * Sends a request once and reads its answer.
   *
   * @param body sent as it is
   * @throws IOException when there was no whole answer in time; the request may have been carried
   *     out
   */
  public Answer send(SdkHttpRequest request, byte[] body) throws IOException {
    ContentStreamProvider content = ContentStreamProvider.fromByteArray(body);
    SignedRequest signed =
        SIGNER.sign(
            sign ->
                sign.identity(credentials.resolveCredentials())
                    .request(request)
                    .payload(content)
                    .putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, service)
                    .putProperty(AwsV4HttpSigner.REGION_NAME, region));
    HttpExecuteResponse answer =
        transport
            .prepareRequest(
                HttpExecuteRequest.builder()
                    .request(signed.request())
                    .contentStreamProvider(signed.payload().orElse(content))
                    .build())
            .call();
    return new Answer(answer.httpResponse().statusCode(), text(answer));
  }

  /** Read to its end, so that the connection serves the next request too. */
  private static String text(HttpExecuteResponse answer) throws IOException {
    Optional<? extends InputStream> body = answer.responseBody();
    if (body.isEmpty()) {
      return "";
    }
    try (InputStream stream = body.get()) {
      byte[] first = stream.readNBytes(LONGEST_ANSWER);
      IoUtils.drainInputStream(stream);
      return new String(first, StandardCharsets.UTF_8);
    }
  }
}
