package callcentre.functions.livepublisher;

import static callcentre.functions.livepublisher.Facts.MAIN;
import static callcentre.functions.livepublisher.Facts.START;
import static org.assertj.core.api.Assertions.assertThat;

import callcentre.cloud.Cloud;
import callcentre.cloud.CloudExtension;
import callcentre.domain.live.Topic;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@Tag("cloud")
@ExtendWith(CloudExtension.class)
class ConnectionsTest {

  private final PublisherStage stage;

  ConnectionsTest(Cloud cloud) {
    stage = new PublisherStage(cloud);
  }

  @AfterEach
  void close() {
    stage.close();
  }

  @Test
  void aConnectionThatIsGoneIsForgotten() {
    stage.connect("gone=", Topic.ALL);
    Client there = stage.connect("there=", Topic.ALL);
    stage.gateway().gone("gone=");

    stage.tell(stage.stored(Facts.incoming(1, START, MAIN)));

    assertThat(there.rows()).hasSize(1);
    assertThat(stage.hears("gone=", Topic.ALL)).isFalse();
    assertThat(stage.hears("there=", Topic.ALL)).isTrue();
  }

  @Test
  void whoCouldNotBeReachedOnceIsReachedTheSecondTime() {
    Client client = stage.connect("again=", Topic.ALL);
    stage.gateway().refuse("again=", 1);

    stage.tell(stage.stored(Facts.incoming(1, START, MAIN)));

    assertThat(client.rows()).hasSize(1);
    assertThat(stage.gateway().closed()).isEmpty();
  }

  @Test
  void whoCannotBeReachedIsClosedToAskForWhatWasMissedAndHoldsUpNobody() {
    stage.connect("stuck=", Topic.ALL);
    Client there = stage.connect("there=", Topic.ALL);
    stage.gateway().stuck("stuck=");

    assertThat(stage.tell(stage.stored(Facts.incoming(1, START, MAIN)))).isEmpty();

    assertThat(there.rows()).hasSize(1);
    assertThat(stage.gateway().closed()).containsExactly("stuck=");
  }
}
