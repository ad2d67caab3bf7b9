package callcentre.functions.livepublisher;

import static org.assertj.core.api.Assertions.assertThat;

import callcentre.cloud.Cloud;
import callcentre.cloud.CloudExtension;
import callcentre.domain.budget.RequestClass;
import callcentre.domain.live.Topic;
import callcentre.domain.ownership.OrganisationId;
import callcentre.domain.people.Extension;
import callcentre.domain.presence.PresenceSource;
import callcentre.domain.presence.ProfileStatus;
import callcentre.domain.presence.StatusFact;
import callcentre.storage.Table;
import callcentre.storage.presence.PresenceRepository;
import callcentre.storage.usage.ProviderUsageRepository;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@Tag("cloud")
@ExtendWith(CloudExtension.class)
class OtherRowsTest {

  private static final Topic NORTH = new Topic.OfOrganisation(new OrganisationId("north"));
  private static final Topic SOUTH = new Topic.OfOrganisation(new OrganisationId("south"));
  private static final Topic AGENT = new Topic.OfAgent(new Extension("101"));

  private final PublisherStage stage;

  OtherRowsTest(Cloud cloud) {
    stage = new PublisherStage(cloud);
  }

  @AfterEach
  void close() {
    stage.close();
  }

  @Test
  void presenceGoesToTheOrganisationsOfWhoeverAnswersThereAndToThem() {
    stage.user(Facts.agent("user-one", "101", "north"));
    Client admin = stage.connect("admin=", Topic.ALL);
    Client north = stage.connect("north=", NORTH);
    Client south = stage.connect("south=", SOUTH);
    Client own = stage.connect("own=", AGENT);

    stage.tell(stage.changes(Table.AGENT_STATUS_HISTORY, () -> available("101")));
    stage.tell(stage.changes(Table.AGENT_STATUS_HISTORY, () -> available("199")));

    for (Client client : new Client[] {admin, north, own}) {
      JsonNode message = client.messages().getFirst();
      assertThat(message.get("type").asText()).isEqualTo("agent");
      assertThat(message.get("data").get("userId").asText()).isEqualTo("user-one");
      assertThat(message.get("data").get("presence").asText()).isEqualTo("available");
      assertThat(client.messages()).hasSize(1);
    }
    assertThat(south.messages()).isEmpty();
  }

  @Test
  void theUsageGoesToAdministratorsWithANumberThatGrows() {
    Client admin = stage.connect("admin=", Topic.ALL);
    Client north = stage.connect("north=", NORTH);

    for (int take = 0; take < 3; take++) {
      stage.tell(
          stage.changes(
              Table.PROVIDER_USAGE,
              () ->
                  new ProviderUsageRepository(stage.database())
                      .take(RequestClass.SYNC, 1, 100, PublisherStage.NOW)));
    }

    assertThat(admin.messages())
        .allMatch(message -> message.get("type").asText().equals("usage"))
        .extracting(message -> message.get("data").get("used").asInt())
        .containsExactly(1, 2, 3);
    assertThat(admin.messages())
        .extracting(message -> message.get("version").asLong())
        .isSorted()
        .doesNotHaveDuplicates();
    assertThat(north.messages()).isEmpty();
  }

  private void available(String extension) {
    StatusFact fact =
        new StatusFact(
            Instant.parse("2026-11-21T09:59:00Z"),
            ProfileStatus.AVAILABLE,
            PresenceSource.DASHBOARD);
    new PresenceRepository(stage.database())
        .add(new Extension(extension), known -> known.with(fact));
  }
}
