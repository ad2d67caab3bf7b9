package callcentre.cloud;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import org.junit.jupiter.api.Test;
import org.testcontainers.DockerClientFactory;

class LocalStackBackendTest {

  @Test
  void withoutDockerEngineTheReasonIsTold() {
    assumeFalse(
        DockerClientFactory.instance().isDockerAvailable(),
        "a Docker engine runs here: CLOUD_ENDPOINT=localstack runs the tests against it");

    assertThatThrownBy(LocalStackBackend::start)
        .isInstanceOf(CloudUnavailableException.class)
        .hasMessage("no Docker engine: the LocalStack variant of these tests was skipped");
  }
}
