package callcentre.live.rows;

import static org.assertj.core.api.Assertions.assertThat;

import callcentre.cloud.Cloud;
import callcentre.cloud.CloudExtension;
import callcentre.cloud.TemplateTables;
import callcentre.domain.budget.BudgetPolicy;
import callcentre.domain.budget.RequestClass;
import callcentre.domain.calls.CallDetails;
import callcentre.domain.calls.CallFact.ListedCall;
import callcentre.domain.calls.CallId;
import callcentre.domain.calls.CallStatus;
import callcentre.domain.calls.Direction;
import callcentre.domain.calls.Leg;
import callcentre.domain.calls.Party;
import callcentre.domain.live.RowChange;
import callcentre.domain.live.RowType;
import callcentre.domain.live.Topic;
import callcentre.domain.ownership.Interval;
import callcentre.domain.ownership.OrganisationId;
import callcentre.domain.people.Extension;
import callcentre.domain.people.ExtensionAssignment;
import callcentre.domain.people.Role;
import callcentre.domain.people.User;
import callcentre.domain.phone.PhoneNumber;
import callcentre.live.SnapshotRows;
import callcentre.storage.Table;
import callcentre.storage.Tables;
import callcentre.storage.calls.CallStore;
import callcentre.storage.database.Database;
import callcentre.storage.gate.HistoryGate;
import callcentre.storage.history.Retention;
import callcentre.storage.numbers.DirectoryCache;
import callcentre.storage.numbers.NumberAssignmentRepository;
import callcentre.storage.organisations.OrganisationRepository;
import callcentre.storage.people.UserRepository;
import callcentre.storage.usage.ProviderUsageRepository;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@Tag("cloud")
@ExtendWith(CloudExtension.class)
class StoredRowsTest {

  private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");
  private static final Instant LONG_AGO = Instant.parse("2026-01-01T00:00:00Z");
  private static final InstantSource CLOCK = InstantSource.fixed(NOW);
  private static final PhoneNumber NORTHS = new PhoneNumber("+12125550147");
  private static final PhoneNumber SOUTHS = new PhoneNumber("+12125550148");
  private static final Topic NORTH = new Topic.OfOrganisation(new OrganisationId("north"));
  private static final Topic AGENT = new Topic.OfAgent(new Extension("101"));

  private final Database database;
  private final StoredRows rows;

  StoredRowsTest(Cloud cloud) {
    String stage = cloud.newStage();
    for (Table table :
        List.of(
            Table.CALL_HISTORY,
            Table.VOICEMAIL_LOGS,
            Table.SMS_LOGS,
            Table.AGENT_STATUS_HISTORY,
            Table.SYNC_JOBS,
            Table.PROVIDER_USAGE,
            Table.NUMBER_ASSIGNMENTS,
            Table.ORGANISATIONS,
            Table.USERS)) {
      TemplateTables.create(cloud, stage, table.baseName());
    }
    database = new Database(cloud::dynamoDb, () -> new Tables(stage));
    rows =
        new StoredRows(
            database,
            new DirectoryCache(new NumberAssignmentRepository(database), CLOCK),
            new Colleagues(database, CLOCK),
            () -> new BudgetPolicy(2_500, 100, BudgetPolicy.DEFAULT_FLOORS),
            CLOCK);
  }

  @BeforeEach
  void arrange() {
    owner("north", NORTHS);
    owner("south", SOUTHS);
    user("user-one", "101", "north");
    user("user-two", "102", "south");
    call(1, NOW.minus(Duration.ofMinutes(50)), NORTHS, CallStatus.CONNECTED, "101");
    call(2, NOW.minus(Duration.ofMinutes(40)), SOUTHS, CallStatus.CONNECTED, "101");
    call(3, NOW.minus(Duration.ofMinutes(30)), SOUTHS, CallStatus.MISSED, "102");
    call(4, NOW.minus(Duration.ofHours(2)), NORTHS, CallStatus.CONNECTED, "101");
    call(5, NOW.minus(Duration.ofHours(2)).plusSeconds(60), NORTHS, CallStatus.ON_CALL, "101");
    new ProviderUsageRepository(database).take(RequestClass.SYNC, 1, 100, NOW);
  }

  @Test
  void everythingOfTheLastHourAndWhatStillGoesOnIsInTheAccountsSnapshot() {
    SnapshotRows.Found found = rows.read(Topic.ALL, Optional.empty(), NOW);

    assertThat(ids(found, RowType.CALL)).containsExactlyInAnyOrder(id(5), id(3), id(2), id(1));
    assertThat(ids(found, RowType.AGENT)).containsExactlyInAnyOrder("user-one", "user-two");
    assertThat(ids(found, RowType.USAGE)).hasSize(1);
    assertThat(found.truncated()).isFalse();
  }

  @Test
  void anOrganisationHasItsOwnNumbersCallsAndItsOwnColleagues() {
    SnapshotRows.Found found = rows.read(NORTH, Optional.empty(), NOW);

    assertThat(ids(found, RowType.CALL)).containsExactlyInAnyOrder(id(5), id(1));
    assertThat(ids(found, RowType.AGENT)).containsExactly("user-one");
    assertThat(ids(found, RowType.USAGE)).isEmpty();
  }

  @Test
  void anAgentHasTheCallsSinceItAnswersAtTheExtension() {
    SnapshotRows.Found found =
        rows.read(AGENT, Optional.of(NOW.minus(Duration.ofMinutes(45))), NOW);

    assertThat(ids(found, RowType.CALL)).containsExactly(id(2));
    assertThat(ids(found, RowType.AGENT)).containsExactly("user-one");
  }

  @Test
  void aRowHasTheVersionThatItsDeltasHave() {
    call(1, NOW.minus(Duration.ofMinutes(50)), NORTHS, CallStatus.DROPPED, "101");

    RowChange row =
        rows.read(Topic.ALL, Optional.empty(), NOW).rows().stream()
            .filter(each -> each.id().equals(id(1)))
            .findFirst()
            .orElseThrow();

    assertThat(row.version()).isEqualTo(2);
    assertThat(row.data().orElseThrow()).contains("\"status\":\"dropped\"");
  }

  private static List<String> ids(SnapshotRows.Found found, RowType type) {
    return found.rows().stream().filter(row -> row.type() == type).map(RowChange::id).toList();
  }

  private static String id(int number) {
    return "00000000-0000-4000-8000-%012x".formatted(number);
  }

  private void owner(String organisation, PhoneNumber number) {
    OrganisationId id = new OrganisationId(organisation);
    new OrganisationRepository(database).name(id, "Name of " + organisation, NOW);
    new NumberAssignmentRepository(database)
        .assign(number, Optional.of(id), Optional.of(LONG_AGO), "arranger", NOW);
  }

  private void user(String id, String extension, String organisation) {
    User user =
        new User(
            id,
            Role.AGENT,
            Set.of(new OrganisationId(organisation)),
            List.of(new ExtensionAssignment(new Extension(extension), Interval.since(LONG_AGO))),
            "Agent " + extension,
            Optional.empty(),
            LONG_AGO,
            LONG_AGO);
    new UserRepository(database).change(id, stored -> user);
  }

  private void call(
      int number, Instant at, PhoneNumber business, CallStatus status, String extension) {
    CallDetails details =
        new CallDetails(
            Direction.INCOMING,
            status,
            Party.number(new PhoneNumber("+13475550123"), Optional.empty()),
            List.of(
                new Leg(Party.extension(new Extension(extension), Optional.empty()), true, true)),
            Optional.of(business),
            at,
            Optional.empty(),
            Optional.of(Duration.ofSeconds(30)),
            Optional.empty(),
            Optional.empty());
    Instant observed = status == CallStatus.DROPPED ? NOW : NOW.minusSeconds(60);
    new CallStore(database, Retention::forEver)
        .store(
            new HistoryGate(CLOCK)
                .calls(List.of(new ListedCall(new CallId(id(number)), details, observed)))
                .admitted());
  }
}
