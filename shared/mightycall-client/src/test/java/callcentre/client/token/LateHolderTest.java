package callcentre.client.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import callcentre.aws.ConfigurationException;
import callcentre.client.ClientHarness;
import callcentre.client.MightyCallClient;
import callcentre.cloud.Cloud;
import callcentre.cloud.CloudExtension;
import callcentre.cloud.faults.Fault;
import callcentre.storage.leases.LeaseRepository;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What happens when a renewal is interrupted between the provider's answer and its publication. */
@Tag("cloud")
@ExtendWith(CloudExtension.class)
class LateHolderTest {

  private static final String PUT = "secretsmanager.PutSecretValue";

  private final ClientHarness harness;

  LateHolderTest(Cloud cloud) {
    harness = new ClientHarness(cloud);
  }

  @AfterEach
  void stop() {
    harness.close();
  }

  @Test
  void aHolderWhoseLeaseRanOutCannotPublishWithItsOldFence() throws Exception {
    Fault.Gate gate = new Fault.Gate();
    harness.faults().next(PUT, new Fault.Held(gate));
    try (ExecutorService threads = Executors.newSingleThreadExecutor()) {
      MightyCallClient late = client();
      Future<?> lateCall = threads.submit(() -> late.team().get(harness.context()));
      gate.awaitArrival();
      harness.simulator().clock().advance(TokenTiming.standard().lease().plusSeconds(1));

      client().team().get(harness.context());
      String published = publishedVersion();
      gate.open();
      lateCall.get();

      assertThat(publishedVersion()).isEqualTo(published);
      assertThat(harness.tokenRequests()).isEqualTo(2);
      late.team().get(harness.context());
      client().team().get(harness.context());
      assertThat(harness.tokenRequests()).isEqualTo(2);
    }
  }

  @Test
  void aTokenThatCannotBePublishedIsAnErrorAndNotAskedForByEverybody() {
    harness.faults().next(PUT, new Fault.AccessDenied());

    assertThatThrownBy(() -> client().team().get(harness.context()))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("PutSecretValue");
    assertThatThrownBy(() -> client().team().get(harness.context()))
        .hasMessageContaining("UNPUBLISHED");
    assertThat(harness.tokenRequests()).isEqualTo(1);

    harness.simulator().clock().advance(Duration.ofSeconds(31));
    assertThat(client().team().get(harness.context()).users()).hasSize(7);
  }

  @Test
  void lostAnswersOfLeaseAndSecretCostNoFurtherTokenRequest() {
    harness.faults().next(PUT, new Fault.LostAnswer());
    harness
        .faults()
        .next(
            "dynamodb.UpdateItem",
            new Fault.LostAnswer(),
            new Fault.None(),
            new Fault.None(),
            new Fault.None(),
            new Fault.LostAnswer());

    assertThat(client().team().get(harness.context()).users()).hasSize(7);
    assertThat(client().team().get(harness.context()).users()).hasSize(7);
    assertThat(harness.faults().isExhausted()).isTrue();
    assertThat(harness.tokenRequests()).isEqualTo(1);
  }

  private String publishedVersion() {
    return new LeaseRepository(harness.database())
        .read("mightycall-token#account", harness.clock().instant())
        .currentVersionId()
        .orElseThrow();
  }

  private MightyCallClient client() {
    return harness.process().account();
  }
}
