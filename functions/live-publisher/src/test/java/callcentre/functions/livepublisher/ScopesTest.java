package callcentre.functions.livepublisher;

import static org.assertj.core.api.Assertions.assertThat;

import callcentre.cloud.Cloud;
import callcentre.cloud.CloudExtension;
import callcentre.domain.live.Topic;
import callcentre.domain.ownership.OrganisationId;
import callcentre.domain.people.Extension;
import callcentre.domain.phone.PhoneNumber;
import com.amazonaws.services.lambda.runtime.events.DynamodbEvent.DynamodbStreamRecord;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@Tag("cloud")
@ExtendWith(CloudExtension.class)
class ScopesTest {

  private static final int CONNECTIONS = 1_000;
  private static final int CALLS = 40;
  private static final List<String> ORGANISATIONS = List.of("north", "south", "east");
  private static final List<String> EXTENSIONS = List.of("101", "102", "103", "104", "105");

  private final PublisherStage stage;
  private final Random random = new Random(11);

  ScopesTest(Cloud cloud) {
    stage = new PublisherStage(cloud);
  }

  @AfterEach
  void close() {
    stage.close();
  }

  @Test
  void aThousandConnectionsHearEveryRowOfTheirScopeAndNoOther() {
    Map<String, PhoneNumber> numbers = new HashMap<>();
    for (String organisation : ORGANISATIONS) {
      PhoneNumber number = new PhoneNumber("+1212555020" + numbers.size());
      numbers.put(organisation, number);
      stage.owns(organisation, number, Facts.START.minusSeconds(86_400));
    }
    List<Topic> topics = topics();
    Map<String, Topic> heard = new HashMap<>();
    Map<String, Client> clients = new HashMap<>();
    for (int made = 0; made < CONNECTIONS; made++) {
      String name = "c" + made + "=";
      // Few hear everything; most are agents.
      Topic topic =
          made < topics.size() ? topics.get(made) : topics.get(random.nextInt(topics.size()));
      heard.put(name, topic);
      clients.put(name, stage.connect(name, topic));
    }
    Map<String, Set<String>> expected = new HashMap<>();
    topics.forEach(topic -> expected.put(topic.wireName(), new TreeSet<>()));
    List<DynamodbStreamRecord> records = new ArrayList<>();
    for (int call = 1; call <= CALLS; call++) {
      String organisation = pick(ORGANISATIONS);
      List<String> talkers =
          EXTENSIONS.stream().filter(extension -> random.nextInt(3) == 0).toList();
      records.addAll(
          stage.stored(
              Facts.incoming(
                  call,
                  Facts.START.plusSeconds(call * 7L),
                  numbers.get(organisation),
                  talkers.toArray(String[]::new))));
      String id = Facts.guid(call).value();
      expected.get("all").add(id);
      expected.get("org:" + organisation).add(id);
      talkers.forEach(extension -> expected.get("agent:" + extension).add(id));
    }

    assertThat(stage.tell(records)).isEmpty();

    heard.forEach(
        (name, topic) ->
            assertThat(clients.get(name).rows().keySet())
                .as(topic.wireName())
                .isEqualTo(expected.get(topic.wireName())));
  }

  private static List<Topic> topics() {
    List<Topic> topics = new ArrayList<>();
    topics.add(Topic.ALL);
    ORGANISATIONS.forEach(id -> topics.add(new Topic.OfOrganisation(new OrganisationId(id))));
    EXTENSIONS.forEach(digits -> topics.add(new Topic.OfAgent(new Extension(digits))));
    return topics;
  }

  private String pick(List<String> values) {
    return values.get(random.nextInt(values.size()));
  }
}
