package callcentre.storage.organisations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import callcentre.cloud.Cloud;
import callcentre.cloud.CloudExtension;
import callcentre.cloud.faults.Fault;
import callcentre.domain.organisations.BusinessHours;
import callcentre.domain.organisations.CallValues;
import callcentre.domain.organisations.Holiday;
import callcentre.domain.organisations.Organisation;
import callcentre.domain.organisations.OrganisationSettings;
import callcentre.domain.organisations.Prices;
import callcentre.domain.organisations.QuietHours;
import callcentre.domain.organisations.Thresholds;
import callcentre.domain.organisations.TimeRange;
import callcentre.domain.ownership.OrganisationId;
import callcentre.domain.people.Role;
import callcentre.domain.people.User;
import callcentre.domain.phone.PhoneNumber;
import callcentre.storage.Outcome;
import callcentre.storage.Table;
import callcentre.storage.TestStore;
import callcentre.storage.UnknownOrganisationException;
import callcentre.storage.VersionConflictException;
import callcentre.storage.Versioned;
import callcentre.storage.numbers.NumberAssignmentRepository;
import callcentre.storage.people.UserRepository;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@Tag("cloud")
@ExtendWith(CloudExtension.class)
class OrganisationRepositoryTest {

  private static final Instant NOW = Instant.parse("2026-11-20T10:00:00Z");
  private static final OrganisationId GENX = new OrganisationId("genx");
  private static final OrganisationSettings EVERYTHING_SET =
      new OrganisationSettings(
          ZoneId.of("Europe/Berlin"),
          new BusinessHours(
              Map.of(
                  DayOfWeek.MONDAY,
                  List.of(range("08:00", "12:00"), range("13:00", "00:00")),
                  DayOfWeek.SUNDAY,
                  List.of(range("10:30", "11:00")))),
          List.of(new Holiday(LocalDate.of(2026, 12, 25), "Christmas")),
          new Thresholds(30, 90, 0, 300),
          Optional.of(new QuietHours(LocalTime.of(21, 0), LocalTime.of(8, 0))),
          Currency.getInstance("EUR"),
          new Prices(
              Optional.of(new BigDecimal("0.75")),
              Optional.of(BigDecimal.ZERO),
              Optional.of(new BigDecimal("2")),
              Optional.empty(),
              Optional.of(new BigDecimal("1.2")),
              Optional.of(new BigDecimal("100000"))),
          new CallValues(Optional.of(1_500L), Optional.empty(), Optional.of(0L)));

  private final TestStore store;
  private final OrganisationRepository organisations;
  private final NumberAssignmentRepository assignments;
  private final UserRepository users;

  OrganisationRepositoryTest(Cloud cloud) {
    store = TestStore.with(cloud, Table.ORGANISATIONS, Table.NUMBER_ASSIGNMENTS, Table.USERS);
    organisations = new OrganisationRepository(store.database());
    assignments = new NumberAssignmentRepository(store.database());
    users = new UserRepository(store.database());
  }

  @Test
  void aNewOrganisationHasTheDefaultSettings() {
    assertThat(organisations.name(GENX, "GenX", NOW).outcome()).isEqualTo(Outcome.INSERTED);

    assertThat(organisations.find(GENX))
        .contains(new Versioned<>(Organisation.named(GENX, "GenX", NOW), 1));
  }

  @Test
  void namesAreReadTogetherAndThoseThatDoNotExistAreLeftOut() {
    organisations.name(GENX, "GenX", NOW);
    OrganisationId nobody = new OrganisationId("nobody");

    assertThat(organisations.names(Set.of(GENX, nobody))).isEqualTo(Map.of(GENX, "GenX"));
    assertThat(store.requestsOf(() -> organisations.names(Set.of(GENX, nobody)))).isEqualTo(1);
    assertThat(store.requestsOf(() -> organisations.names(Set.of()))).isZero();
  }

  @Test
  void settingsAreReadBackAsTheyWereWritten() {
    Versioned<Organisation> created = organisations.name(GENX, "GenX", NOW).row();

    organisations.settings(created, EVERYTHING_SET, NOW.plusSeconds(1));

    Organisation stored = organisations.find(GENX).orElseThrow().value();
    assertThat(stored.settings()).isEqualTo(EVERYTHING_SET);
    assertThat(stored.updatedAt()).isEqualTo(NOW.plusSeconds(1));
  }

  @Test
  void renamingKeepsTheSettings() {
    organisations.settings(organisations.name(GENX, "GenX", NOW).row(), EVERYTHING_SET, NOW);

    organisations.name(GENX, "Generation X", NOW.plusSeconds(5));

    Organisation stored = organisations.find(GENX).orElseThrow().value();
    assertThat(stored.name()).isEqualTo("Generation X");
    assertThat(stored.settings()).isEqualTo(EVERYTHING_SET);
    assertThat(stored.createdAt()).isEqualTo(NOW);
  }

  @Test
  void settingsOfARowThatChangedMeanwhileAreRefused() {
    Versioned<Organisation> stale = organisations.name(GENX, "GenX", NOW).row();
    organisations.name(GENX, "Generation X", NOW);

    assertThatThrownBy(() -> organisations.settings(stale, EVERYTHING_SET, NOW))
        .isInstanceOf(VersionConflictException.class);
    assertThat(organisations.find(GENX).orElseThrow().value().settings())
        .isEqualTo(OrganisationSettings.DEFAULTS);
  }

  @Test
  void equalSettingsAndAnEqualNameCostNoWrite() {
    Versioned<Organisation> created = organisations.name(GENX, "GenX", NOW).row();

    assertThat(
            store.requestsOf(
                () -> organisations.settings(created, OrganisationSettings.DEFAULTS, NOW)))
        .isZero();
    assertThat(store.requestsOf(() -> organisations.name(GENX, "GenX", NOW.plusSeconds(9))))
        .isEqualTo(1);
  }

  @Test
  void readsCostOneRequestEach() {
    organisations.name(GENX, "GenX", NOW);

    assertThat(store.requestsOf(() -> organisations.find(GENX))).isEqualTo(1);
    assertThat(store.requestsOf(organisations::all)).isEqualTo(1);
    assertThat(
            store.requestsOf(
                () -> assertThat(organisations.page(5, Optional.empty()).items()).hasSize(1)))
        .isEqualTo(1);
  }

  @Test
  void anOrganisationWithoutNumbersAndUsersIsRemoved() {
    organisations.name(GENX, "GenX", NOW);

    assertThat(store.requestsOf(() -> organisations.delete(GENX, 0, 0))).isEqualTo(1);

    assertThat(organisations.find(GENX)).isEmpty();
    assertThatThrownBy(() -> organisations.delete(GENX, 0, 0))
        .isInstanceOf(UnknownOrganisationException.class);
  }

  @Test
  void anOrganisationThatGotANumberMeanwhileIsKept() {
    organisations.name(GENX, "GenX", NOW);
    long looked = assignments.directory().version();
    assignments.assign(
        new PhoneNumber("+18482161220"), Optional.of(GENX), Optional.empty(), "a", NOW);

    assertThatThrownBy(() -> organisations.delete(GENX, looked, 0))
        .isInstanceOf(VersionConflictException.class);
    assertThat(organisations.find(GENX)).isPresent();
  }

  @Test
  void anOrganisationThatGotAUserMeanwhileIsKept() {
    organisations.name(GENX, "GenX", NOW);
    User joined =
        new User("u", Role.ORG_ADMIN, Set.of(GENX), List.of(), "U", Optional.empty(), NOW, NOW);
    users.change("u", stored -> joined);

    assertThatThrownBy(() -> organisations.delete(GENX, 0, 0))
        .isInstanceOf(VersionConflictException.class);
    assertThat(organisations.find(GENX)).isPresent();
  }

  @Test
  void aRemovalSurvivesConflictsAndALostAnswer() {
    organisations.name(GENX, "GenX", NOW);
    store
        .faults()
        .next(
            "dynamodb.TransactWriteItems", new Fault.TransactionConflict(), new Fault.LostAnswer());

    organisations.delete(GENX, 0, 0);

    assertThat(organisations.find(GENX)).isEmpty();
    assertThat(store.faults().isExhausted()).isTrue();
  }

  private static TimeRange range(String from, String to) {
    return new TimeRange(LocalTime.parse(from), LocalTime.parse(to));
  }
}
