package callcentre.cloud;

import callcentre.aws.Endpoints;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.ContainerFetchException;
import org.testcontainers.localstack.LocalStackContainer;
import org.testcontainers.utility.DockerImageName;

/** LocalStack in a container. */
record LocalStackBackend(LocalStackContainer container) implements Backend {

  /** Later images ask for a token. */
  private static final String IMAGE = "localstack/localstack:4.14.0";

  /** Names another image that is compatible with it. */
  private static final String IMAGE_SETTING = "CLOUD_LOCALSTACK_IMAGE";

  static LocalStackBackend start() {
    if (!DockerClientFactory.instance().isDockerAvailable()) {
      throw new CloudUnavailableException(
          "no Docker engine: the LocalStack variant of these tests was skipped");
    }
    String name = Settings.find(IMAGE_SETTING).orElse(IMAGE);
    DockerImageName image =
        DockerImageName.parse(name).asCompatibleSubstituteFor("localstack/localstack");
    @SuppressWarnings("resource") // Closed by the record, or right below.
    LocalStackContainer container =
        new LocalStackContainer(image).withServices("dynamodb", "sqs", "secretsmanager");
    try {
      container.start();
    } catch (RuntimeException failed) {
      container.close();
      if (isFetchFailure(failed)) {
        throw new CloudUnavailableException(
            "the image "
                + name
                + " could not be pulled: the LocalStack variant of these tests was skipped");
      }
      throw failed;
    }
    return new LocalStackBackend(container);
  }

  /** Testcontainers throws a failed pull as it is or wrapped, by where it notices it. */
  private static boolean isFetchFailure(Throwable failed) {
    for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
      if (cause instanceof ContainerFetchException) {
        return true;
      }
    }
    return false;
  }

  @Override
  public Endpoints endpoints() {
    return Endpoints.all(container.getEndpoint());
  }

  @Override
  public void close() {
    container.close();
  }
}
