package callcentre.aws;

import java.util.List;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProviderChain;
import software.amazon.awssdk.auth.credentials.ContainerCredentialsProvider;
import software.amazon.awssdk.auth.credentials.EnvironmentVariableCredentialsProvider;
import software.amazon.awssdk.auth.credentials.SystemPropertyCredentialsProvider;
import software.amazon.awssdk.core.SdkSystemSetting;

/**
 * The credentials a function has: environment variables on demand, the container endpoint under
 * SnapStart (AWS: "Lambda SnapStart and environment variables"). The SDK's default chain would also
 * parse profile files and ask EC2. While priming, invented ones: nothing is sent, and no real ones
 * shall be in a snapshot.
 */
final class ProcessCredentials implements AwsCredentialsProvider {

  private static final AwsCredentials PRIMING = AwsBasicCredentials.create("priming", "priming");

  private final Lazy<AwsCredentialsProvider> real = new Lazy<>(ProcessCredentials::chain);

  @Override
  public AwsCredentials resolveCredentials() {
    return Priming.isActive() ? PRIMING : real.get().resolveCredentials();
  }

  /**
   * The region of this process.
   *
   * @throws MissingConfigurationException when {@code AWS_REGION} is not set
   */
  static String region() {
    return SdkSystemSetting.AWS_REGION
        .getStringValue()
        .orElseThrow(() -> new MissingConfigurationException(List.of("AWS_REGION")));
  }

  private static AwsCredentialsProvider chain() {
    return AwsCredentialsProviderChain.of(
        SystemPropertyCredentialsProvider.create(),
        EnvironmentVariableCredentialsProvider.create(),
        ContainerCredentialsProvider.create());
  }
}
