package callcentre.functions.liveconnections;

import static org.assertj.core.api.Assertions.assertThat;

import callcentre.cloud.Cloud;
import callcentre.cloud.CloudExtension;
import callcentre.domain.live.RowChange;
import callcentre.domain.live.Topic;
import callcentre.domain.ownership.OrganisationId;
import callcentre.domain.people.Extension;
import callcentre.domain.people.Role;
import callcentre.storage.live.DeltaRepository;
import callcentre.storage.live.SubscriptionRepository;
import callcentre.storage.people.RosterRepository;
import callcentre.storage.people.UserRepository;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What somebody hears of which topic, and for how long. */
@ExtendWith(CloudExtension.class)
class RightsTest {

  private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");
  private static final Topic AGENT = new Topic.OfAgent(new Extension("101"));

  private LiveStage stage;
  private DeltaRepository deltas;
  private SubscriptionRepository subscriptions;
  private UserRepository users;

  @BeforeEach
  void start(Cloud cloud) {
    stage = new LiveStage(cloud, NOW);
    deltas = new DeltaRepository(stage.database);
    subscriptions = new SubscriptionRepository(stage.database);
    users = new UserRepository(stage.database);
  }

  @AfterEach
  void close() {
    stage.close();
  }

  @Test
  void aForeignTopicIsNotFoundLikeOneThatDoesNotExist() {
    stage.organisation("south");
    stage.user("ann", Role.ORG_MANAGER, Set.of("north"), LiveStage.assignment("101", NOW));
    stage.user("bob", Role.AGENT, Set.of("south"), LiveStage.assignment("102", NOW));
    deltas.append(new Topic.OfOrganisation(new OrganisationId("south")), Rows.rows(1, 2), NOW);
    try (LiveClient client =
        stage.connect(LiveStage.registered("ann", Role.ORG_MANAGER, "north"))) {
      for (String topic : List.of("all", "org:south", "org:nobody", "agent:102", "everything")) {
        assertThat(client.subscribe(topic))
            .hasToString(
                "{\"type\":\"error\",\"error\":\"not_found\",\"topic\":\""
                    + topic
                    + "\",\"message\":\"There is no such topic for you; the connection is not"
                    + " subscribed to it.\"}");
        assertThat(client.say(LiveClient.resume(topic, 0)).next().path("error").asText())
            .isEqualTo("not_found");
      }
      assertThat(client.untilPong()).isEmpty();
      assertThat(client.subscribe("org:north").path("type").asText()).isEqualTo("snapshot");
      assertThat(client.subscribe("agent:101").path("type").asText()).isEqualTo("snapshot");
    }
  }

  @Test
  void aRightThatIsTakenAwayEndsWithTheNextPing() {
    stage.organisation("south");
    stage.user("ann", Role.ORG_ADMIN, Set.of("north", "south"), LiveStage.assignment("101", NOW));
    try (LiveClient client =
        stage.connect(LiveStage.registered("ann", Role.ORG_ADMIN, "north", "south"))) {
      client.subscribe("org:north");
      client.subscribe("org:south");
      assertThat(client.untilPong()).isEmpty();

      stage.user("ann", Role.ORG_ADMIN, Set.of("south"), LiveStage.assignment("101", NOW));

      assertThat(client.untilPong())
          .extracting(message -> message.path("topic").asText())
          .containsExactly("org:north");
      assertThat(subscriptions.of(new Topic.OfOrganisation(new OrganisationId("north")))).isEmpty();
      assertThat(subscriptions.of(new Topic.OfOrganisation(new OrganisationId("south"))))
          .hasSize(1);
      assertThat(client.untilPong()).isEmpty();
    }
  }

  @Test
  void whoIsRemovedHearsNothingMoreEvenWithATokenThatClaimsARole() {
    stage.user("ann", Role.PLATFORM_ADMIN, Set.of(), LiveStage.assignment("101", NOW));
    try (LiveClient client = stage.connect(LiveStage.registered("ann", Role.PLATFORM_ADMIN))) {
      client.subscribe("all");
      RosterRepository roster = new RosterRepository(stage.database);
      roster.remove(roster.read(), users.find("ann").orElseThrow().value(), NOW);

      assertThat(client.untilPong())
          .extracting(message -> message.path("error").asText())
          .containsExactly("not_found");
      assertThat(subscriptions.of(Topic.ALL)).isEmpty();
    }
  }

  @Test
  void aSuccessorAtAnExtensionDoesNotSeeThePastOfThePredecessor() {
    Instant took = NOW.minusSeconds(600);
    stage.user("ann", Role.AGENT, Set.of("north"), LiveStage.assignment("101", took));
    RowChange before = Rows.row(1, took.minusMillis(1));
    RowChange after = Rows.row(2, took);
    deltas.append(AGENT, List.of(before, after), NOW.minusSeconds(10));
    try (LiveClient client = stage.connect(LiveStage.registered("ann", Role.AGENT, "north"))) {
      client.subscribe("agent:101");
      assertThat(client.next().path("data").path("id").asText()).isEqualTo(after.id());
      assertThat(client.say(LiveClient.resume("agent:101", 0)).until("resumed"))
          .extracting(delta -> delta.path("seq").asLong())
          .containsExactly(2L, 2L);
      assertThat(subscriptions.of(AGENT).getFirst().since()).contains(took);

      Instant again = NOW.minusSeconds(5);
      stage.user("ann", Role.AGENT, Set.of("north"), LiveStage.assignment("101", again));
      assertThat(client.untilPong()).isEmpty();
      assertThat(subscriptions.of(AGENT).getFirst().since()).contains(again);
    }
  }
}
