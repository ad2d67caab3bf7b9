package callcentre.functions.liveconnections;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import callcentre.cloud.Cloud;
import callcentre.cloud.CloudExtension;
import callcentre.domain.live.LiveHolder;
import callcentre.domain.ownership.OrganisationId;
import callcentre.domain.people.Role;
import callcentre.domain.phone.PhoneNumber;
import callcentre.storage.numbers.NumberAssignmentRepository;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What a subscription costs where the lists are empty; one that has rows costs a batch get more.
 */
@ExtendWith(CloudExtension.class)
class SubscriptionRequestsTest {

  private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");
  private static final LiveHolder ADMIN =
      new LiveHolder("root", false, Role.PLATFORM_ADMIN, Set.of());

  private LiveStage stage;

  @BeforeEach
  void start(Cloud cloud) {
    stage = new LiveStage(cloud, NOW);
    stage.user(
        "ann", Role.AGENT, Set.of("north"), LiveStage.assignment("101", NOW.minusSeconds(60)));
    new NumberAssignmentRepository(stage.database)
        .assign(
            new PhoneNumber("+12125550147"),
            Optional.of(new OrganisationId("north")),
            Optional.of(NOW.minusSeconds(86_400)),
            "root",
            NOW);
  }

  @AfterEach
  void close() {
    stage.close();
  }

  /** The connection, the person, the topic's count, and of the whole account its budget. */
  static Stream<Arguments> topics() {
    return Stream.of(
        // Presence, calls that go on, newest calls, messages, voicemails, jobs, newest deltas.
        arguments("all", 4, 7), arguments("org:north", 3, 6), arguments("agent:101", 3, 6));
  }

  @ParameterizedTest
  @MethodSource("topics")
  void aSubscriptionIsAHandfulOfReadsAndOneWrite(String topic, int gets, int queries) {
    try (LiveClient earlier = stage.connect(ADMIN);
        LiveClient client = stage.connect(ADMIN)) {
      earlier.subscribe(topic);
      stage.requests.reset();
      client.subscribe(topic);
      assertThat(stage.requests.counts())
          .isEqualTo(
              Map.of(
                  "dynamodb.GetItem", gets,
                  "dynamodb.Query", queries,
                  "dynamodb.TransactWriteItems", 1));
    }
  }

  @Test
  void theFirstInAProcessReadsWhoOwnsNumbersAndWhoAnswersWhere() {
    try (LiveClient client = stage.connect(ADMIN)) {
      stage.requests.reset();
      client.subscribe("all");
      assertThat(stage.requests.counts())
          .isEqualTo(
              Map.of(
                  "dynamodb.GetItem", 5,
                  "dynamodb.Query", 9,
                  "dynamodb.TransactWriteItems", 1));
    }
  }

  @Test
  void severalTopicsInOneMessageShareTheConnectionAndThePerson() {
    try (LiveClient earlier = stage.connect(ADMIN);
        LiveClient client = stage.connect(ADMIN)) {
      earlier.subscribe("all");
      stage.requests.reset();
      client.say("{\"type\":\"subscribe\",\"topics\":[\"org:north\",\"agent:101\"]}").next(2);
      assertThat(stage.requests.counts())
          .isEqualTo(
              Map.of(
                  "dynamodb.GetItem", 4,
                  "dynamodb.Query", 12,
                  "dynamodb.TransactWriteItems", 2));
    }
  }
}
