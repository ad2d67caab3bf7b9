package callcentre.functions.livepublisher;

import static callcentre.functions.livepublisher.Facts.MAIN;
import static callcentre.functions.livepublisher.Facts.START;
import static org.assertj.core.api.Assertions.assertThat;

import callcentre.cloud.Cloud;
import callcentre.cloud.CloudExtension;
import callcentre.cloud.faults.Fault;
import callcentre.domain.live.Delta;
import callcentre.domain.live.Topic;
import callcentre.domain.ownership.OrganisationId;
import callcentre.domain.people.Extension;
import callcentre.storage.live.DeltaRepository;
import com.amazonaws.services.lambda.runtime.events.DynamodbEvent.DynamodbStreamRecord;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@Tag("cloud")
@ExtendWith(CloudExtension.class)
class LivePublisherTest {

  private static final Topic NORTH = new Topic.OfOrganisation(new OrganisationId("north"));
  private static final Topic SOUTH = new Topic.OfOrganisation(new OrganisationId("south"));
  private static final Topic AGENT = new Topic.OfAgent(new Extension("101"));
  private static final Topic OTHER_AGENT = new Topic.OfAgent(new Extension("102"));

  private final PublisherStage stage;

  LivePublisherTest(Cloud cloud) {
    stage = new PublisherStage(cloud);
  }

  @AfterEach
  void close() {
    stage.close();
  }

  @Test
  void aChangedCallIsTheRowOfTheListWithTheTopicsCount() {
    Client admin = stage.connect("admin=", Topic.ALL);

    assertThat(stage.tell(stage.stored(Facts.incoming(1, START, MAIN, "101")))).isEmpty();

    JsonNode message = admin.messages().getFirst();
    assertThat(message.get("type").asText()).isEqualTo("call");
    assertThat(message.get("topic").asText()).isEqualTo("all");
    assertThat(message.get("seq").asLong()).isEqualTo(1);
    assertThat(message.get("version").asLong()).isEqualTo(1);
    assertThat(message.get("data").get("id").asText()).isEqualTo(Facts.guid(1).value());
    assertThat(message.get("data").get("business_number").asText()).isEqualTo(MAIN.e164());
    assertThat(message.get("data").get("agent").get("extension").asText()).isEqualTo("101");
  }

  @Test
  void aRowOfANumberThatChangedItsOwnerGoesToTheOwnerAtItsStart() {
    stage.owns("north", MAIN, START.minusSeconds(3_600));
    stage.owns("south", MAIN, START.plusSeconds(60));
    Client north = stage.connect("north=", NORTH);
    Client south = stage.connect("south=", SOUTH);

    stage.tell(stage.stored(Facts.incoming(1, START, MAIN)));
    stage.tell(stage.stored(Facts.incoming(2, START.plusSeconds(120), MAIN)));

    assertThat(north.rows().keySet()).containsExactly(Facts.guid(1).value());
    assertThat(south.rows().keySet()).containsExactly(Facts.guid(2).value());
  }

  @Test
  void aSuccessorAtAnExtensionHearsNothingOfItsPast() {
    Client successor = stage.connect("new=", Optional.of(START.plusSeconds(60)), AGENT);

    stage.tell(stage.stored(Facts.incoming(1, START, MAIN, "101")));
    stage.tell(stage.stored(Facts.incoming(2, START.plusSeconds(60), MAIN, "101")));

    assertThat(successor.rows().keySet()).containsExactly(Facts.guid(2).value());
    assertThat(successor.counts("agent:101")).containsExactly(2L);
  }

  @Test
  void aCallThatTurnsOutToBeAnothersIsTakenBackFromTheFirst() {
    Client first = stage.connect("first=", AGENT);
    Client second = stage.connect("second=", OTHER_AGENT);

    stage.tell(stage.stored(Facts.incoming(1, START, MAIN, "101")));
    stage.tell(stage.stored(Facts.relisted(1, START, MAIN, "102")));

    assertThat(first.messages()).hasSize(2);
    assertThat(first.messages().getLast().get("data").has("agent")).isFalse();
    assertThat(first.rows()).isEmpty();
    assertThat(second.rows()).hasSize(1);
  }

  @Test
  void aRowThatIsFoldedIntoAnotherIsReplacedByIt() {
    Client admin = stage.connect("admin=", Topic.ALL);
    var details = Facts.details(START, MAIN, "101");
    stage.tell(stage.stored(Facts.journal(1, Optional.empty(), details)));
    assertThat(admin.rows()).hasSize(1);

    stage.tell(stage.stored(Facts.journal(1, Optional.of(Facts.guid(1)), details)));

    assertThat(admin.rows().keySet()).containsExactly(Facts.guid(1).value());
    assertThat(admin.messages())
        .anyMatch(
            message ->
                message.get("data").path("replaced_by").asText().equals(Facts.guid(1).value()));
  }

  @Test
  void whatIsSplitRepeatedOrLateLosesNothingAndNeverShowsAnOlderStateAsNewer() {
    Client admin = stage.connect("admin=", Topic.ALL);
    List<DynamodbStreamRecord> first = stage.stored(Facts.incoming(1, START, MAIN));
    List<DynamodbStreamRecord> second = stage.stored(Facts.relisted(1, START, MAIN, "101"));
    List<DynamodbStreamRecord> other = stage.stored(Facts.incoming(2, START, MAIN));
    List<DynamodbStreamRecord> all = new ArrayList<>(first);
    all.addAll(second);
    all.addAll(other);

    stage.tell(all);
    stage.tell(second);
    stage.tell(other);
    stage.tell(all);
    stage.tell(first);

    Map<String, JsonNode> rows = admin.rows();
    assertThat(rows).hasSize(2);
    assertThat(rows.get(Facts.guid(1).value()).get("status").asText()).isEqualTo("connected");
    assertThat(admin.counts("all")).isSorted().doesNotHaveDuplicates();
    assertThat(admin.counts("all").getLast()).isEqualTo(admin.counts("all").size());
  }

  @Test
  void whatWasToldCanBeAskedForAgain() {
    stage.tell(stage.stored(Facts.incoming(1, START, MAIN)));
    stage.tell(stage.stored(Facts.incoming(2, START, MAIN)));

    assertThat(new DeltaRepository(stage.database()).since(Topic.ALL, 1, 10).orElseThrow())
        .extracting(Delta::seq)
        .containsExactly(2L);
  }

  @Test
  void aTopicThatCouldNotBeToldBringsTheBatchAgain() {
    Client admin = stage.connect("admin=", Topic.ALL);
    List<DynamodbStreamRecord> records = stage.stored(Facts.incoming(1, START, MAIN));
    stage.faults().next("dynamodb.TransactWriteItems", new Fault.AccessDenied());

    List<String> failed = stage.tell(records);

    assertThat(failed).containsExactly(records.getFirst().getDynamodb().getSequenceNumber());
    stage.faults().clear();
    assertThat(stage.tell(records)).isEmpty();
    assertThat(admin.rows()).hasSize(1);
  }

  @Test
  void anItemThatNobodyCanReadHoldsUpNobody() {
    Client admin = stage.connect("admin=", Topic.ALL);
    List<DynamodbStreamRecord> records = new ArrayList<>();
    List<DynamodbStreamRecord> broken = stage.stored(Facts.incoming(1, START, MAIN));
    broken.forEach(record -> record.getDynamodb().getNewImage().remove("version"));
    records.addAll(broken);
    records.addAll(stage.stored(Facts.incoming(2, START, MAIN)));

    assertThat(stage.tell(records)).isEmpty();

    assertThat(admin.rows().keySet()).containsExactly(Facts.guid(2).value());
  }

  @Test
  void aBatchOfOneCallIsThreeRequestsATopic() {
    stage.owns("north", MAIN, START.minusSeconds(3_600));
    stage.connect("admin=", Topic.ALL);
    stage.tell(stage.stored(Facts.incoming(1, START, MAIN, "101")));
    List<DynamodbStreamRecord> records = stage.stored(Facts.incoming(2, START, MAIN, "101"));
    stage.requests().reset();

    stage.tell(records);

    assertThat(stage.requests().counts())
        .isEqualTo(
            Map.of("dynamodb.GetItem", 3, "dynamodb.TransactWriteItems", 3, "dynamodb.Query", 3));
  }

  @Test
  void primingDrivesARowThroughItsRequestsAndTellsNobody() {
    Client admin = stage.connect("admin=", Topic.ALL);
    stage.requests().reset();

    stage.prime();

    assertThat(stage.requests().counts())
        .isEqualTo(
            Map.of("dynamodb.GetItem", 1, "dynamodb.TransactWriteItems", 1, "dynamodb.Query", 1));
    assertThat(admin.messages()).isEmpty();
    assertThat(new DeltaRepository(stage.database()).count(Topic.ALL)).isZero();
  }
}
