package callcentre.storage.events;

import static org.assertj.core.api.Assertions.assertThat;

import callcentre.cloud.Cloud;
import callcentre.cloud.CloudExtension;
import callcentre.domain.events.WebhookState;
import callcentre.storage.Table;
import callcentre.storage.TestStore;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(CloudExtension.class)
class WebhookStateRepositoryTest {

  private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");

  private final TestStore store;
  private final WebhookStateRepository states;

  WebhookStateRepositoryTest(Cloud cloud) {
    store = TestStore.with(cloud, Table.SYNC_STATE);
    states = new WebhookStateRepository(store.database());
  }

  @Test
  void nothingIsKnownOfAnAddressThatNobodyCalled() {
    assertThat(states.find()).isEqualTo(WebhookState.UNHEARD);
  }

  @Test
  void theLatestTimesAreKeptInWhateverOrderTheyAreNoted() {
    states.heard(NOON.plusMillis(500));
    states.heard(NOON);
    states.tried(NOON.minusSeconds(60));

    assertThat(states.find())
        .isEqualTo(
            new WebhookState(
                Optional.of(NOON.minusSeconds(60)), Optional.of(NOON.plusMillis(500)), List.of()));
    assertThat(store.requestsOf(() -> states.heard(NOON.plusSeconds(9)))).isEqualTo(1);
    assertThat(store.requestsOf(states::find)).isEqualTo(1);
  }

  @Test
  void theNewestThreeMinutesInWhichCallsEndedAreKnown() {
    states.ended(NOON);
    assertThat(states.find().ended()).containsExactly(NOON);

    states.ended(NOON.plusSeconds(60));
    states.ended(NOON);
    assertThat(states.find().ended()).containsExactly(NOON.plusSeconds(60), NOON);

    states.ended(NOON.plusSeconds(120));
    assertThat(store.requestsOf(() -> states.ended(NOON.plusSeconds(180)))).isEqualTo(1);
    assertThat(states.find().ended())
        .containsExactly(NOON.plusSeconds(180), NOON.plusSeconds(120), NOON.plusSeconds(60));
  }
}
