package callcentre.storage.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import callcentre.cloud.Cloud;
import callcentre.cloud.CloudExtension;
import callcentre.cloud.faults.Fault;
import callcentre.domain.ownership.Interval;
import callcentre.domain.ownership.OrganisationId;
import callcentre.domain.people.Extension;
import callcentre.domain.people.ExtensionAssignment;
import callcentre.domain.people.Role;
import callcentre.domain.people.User;
import callcentre.storage.Outcome;
import callcentre.storage.Table;
import callcentre.storage.TestStore;
import callcentre.storage.UnknownOrganisationException;
import callcentre.storage.Versioned;
import callcentre.storage.organisations.OrganisationRepository;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@Tag("cloud")
@ExtendWith(CloudExtension.class)
class UserRepositoryTest {

  private static final Instant NOW = Instant.parse("2026-11-20T10:00:00Z");
  private static final OrganisationId GENX = new OrganisationId("genx");

  private final TestStore store;
  private final UserRepository users;

  UserRepositoryTest(Cloud cloud) {
    store = TestStore.with(cloud, Table.USERS, Table.ORGANISATIONS);
    users = new UserRepository(store.database());
    new OrganisationRepository(store.database()).name(GENX, "GenX", NOW);
  }

  @Test
  void aUserIsReadBackAsItWasWritten() {
    User agent =
        new User(
            "auth0|maria",
            Role.AGENT,
            Set.of(GENX),
            List.of(
                new ExtensionAssignment(
                    new Extension("101"), new Interval(NOW.minusSeconds(9), Optional.of(NOW))),
                new ExtensionAssignment(new Extension("102"), Interval.since(NOW))),
            "Maria Lopez",
            Optional.of("maria@example.com"),
            NOW,
            NOW);

    users.change("auth0|maria", stored -> agent);

    assertThat(users.find("auth0|maria")).contains(new Versioned<>(agent, 1));
    assertThat(users.all()).containsExactly(agent);
  }

  @Test
  void aUserOfAnUnknownOrganisationIsRefused() {
    User lost = admin("lost", Set.of(GENX, new OrganisationId("gone")));

    assertThatThrownBy(() -> users.change("lost", stored -> lost))
        .isInstanceOf(UnknownOrganisationException.class)
        .hasMessageContaining("gone");
    assertThat(users.find("lost")).isEmpty();
  }

  @Test
  void readsCostOneRequestAndAChangeTwo() {
    assertThat(store.requestsOf(() -> put("a"))).isEqualTo(2);
    assertThat(store.requestsOf(() -> users.find("a"))).isEqualTo(1);
    assertThat(store.requestsOf(() -> users.page(50, Optional.empty()))).isEqualTo(1);
    assertThat(store.requestsOf(users::all)).isEqualTo(1);
    assertThat(
            store.requestsOf(
                () ->
                    assertThat(users.change("a", Optional::orElseThrow).outcome())
                        .isEqualTo(Outcome.UNCHANGED)))
        .isEqualTo(1);
  }

  @Test
  void theVersionItemIsNoUser() {
    put("a");
    put("b");

    assertThat(UserRepository.version(store.database()).read()).isEqualTo(2);
    assertThat(users.all()).extracting(User::id).containsExactly("a", "b");
  }

  @Test
  void pagesEndWithTheLastUser() {
    put("a");
    put("b");
    put("c");

    var first = users.page(2, Optional.empty());
    var second = users.page(2, first.next());

    assertThat(first.items()).extracting(User::id).containsExactly("a", "b");
    assertThat(second.items()).extracting(User::id).containsExactly("c");
    assertThat(second.next()).isEmpty();
  }

  @Test
  void conflictsAndLostAnswersLeaveOneWrite() {
    store
        .faults()
        .next(
            "dynamodb.TransactWriteItems", new Fault.TransactionConflict(), new Fault.LostAnswer());

    put("a");

    assertThat(users.find("a").orElseThrow().version()).isEqualTo(1);
    assertThat(UserRepository.version(store.database()).read()).isEqualTo(1);
  }

  private void put(String id) {
    users.change(id, stored -> admin(id, Set.of()));
  }

  private static User admin(String id, Set<OrganisationId> organisations) {
    return new User(
        id, Role.PLATFORM_ADMIN, organisations, List.of(), "Ana", Optional.empty(), NOW, NOW);
  }
}
