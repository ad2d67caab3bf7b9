package callcentre.functions.organisations;

import callcentre.api.access.Principal;
import callcentre.api.problem.ApiException;
import callcentre.api.problem.ErrorCode;
import callcentre.domain.organisations.Organisation;
import callcentre.domain.ownership.OrganisationId;
import callcentre.storage.Outcome;
import callcentre.storage.UnknownOrganisationException;
import callcentre.storage.Versioned;
import callcentre.storage.Written;
import callcentre.storage.database.Database;
import callcentre.storage.numbers.DirectoryCache;
import callcentre.storage.organisations.OrganisationRepository;
import callcentre.storage.people.UserRepository;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Creates, renames and removes organisations; who did it is in the log. */
@Singleton
final class OrganisationChanges {

  /** Organisations of a stack (docs/tables.md). */
  static final int MOST = 200;

  private static final Logger LOG = LoggerFactory.getLogger(OrganisationChanges.class);

  private final OrganisationRepository organisations;
  private final UserRepository users;
  private final DirectoryCache directory;
  private final Database database;
  private final InstantSource clock;

  OrganisationChanges(
      OrganisationRepository organisations,
      UserRepository users,
      DirectoryCache directory,
      Database database,
      InstantSource clock) {
    this.organisations = organisations;
    this.users = users;
    this.directory = directory;
    this.database = database;
    this.clock = clock;
  }

  /** An organisation after it got its name. */
  record Named(OrganisationView view, boolean isNew) {}

  /**
   * Creates an organisation, or renames the one with that id. A creation is decided on all of them
   * and written only if none was created meanwhile; else it is decided again.
   *
   * @throws ApiException 409 when there are {@link #MOST} already
   */
  Named name(OrganisationId id, String name, Principal actor) {
    Written<Organisation> written = database.conflicts().run(() -> tryToName(id, name));
    audit("organisation_name", id, actor)
        .addKeyValue("name", name)
        .addKeyValue("outcome", written.outcome())
        .log("An organisation was named");
    boolean isNew = written.outcome() == Outcome.INSERTED;
    Members members = new Members(directory.current(), isNew ? List.of() : users.all());
    return new Named(OrganisationView.of(written.value(), members), isNew);
  }

  private Written<Organisation> tryToName(OrganisationId id, String name) {
    Optional<Versioned<Organisation>> stored = organisations.find(id);
    if (stored.isPresent()) {
      return organisations.rename(stored.get(), name, clock.instant());
    }
    long creations = OrganisationRepository.creations(database).read();
    if (organisations.all().size() >= MOST) {
      throw ApiException.of(
          ErrorCode.CONFLICT,
          "There are "
              + MOST
              + " organisations already, which is the most that a stage holds. Nothing was"
              + " created; remove one first.");
    }
    return organisations.create(Organisation.named(id, name, clock.instant()), creations);
  }

  /**
   * Removes an organisation to which nothing belongs. What was looked at is a condition of the
   * removal, so a number or user that comes meanwhile is found by looking again.
   *
   * @throws ApiException 404 when there is none, 409 while numbers or users belong to it
   */
  void remove(OrganisationId id, Principal actor) {
    try {
      database.conflicts().run(() -> tryToRemove(id));
    } catch (UnknownOrganisationException unknown) {
      throw ApiException.notFound("organisation");
    }
    audit("organisation_removed", id, actor).log("An organisation was removed");
  }

  private boolean tryToRemove(OrganisationId id) {
    long usersVersion = UserRepository.version(database).read();
    Members members = new Members(directory.current(), users.all());
    int numbers = members.numbersOf(id);
    int people = members.usersOf(id);
    if (numbers > 0 || people > 0) {
      throw ApiException.of(
              ErrorCode.CONFLICT,
              numbers
                  + " numbers and "
                  + people
                  + " users belong to this organisation. Nothing was removed; give them to others"
                  + " first.")
          .member("numbers", numbers)
          .member("users", people);
    }
    organisations.delete(id, members.directory().version(), usersVersion);
    return true;
  }

  private static org.slf4j.spi.LoggingEventBuilder audit(
      String what, OrganisationId id, Principal actor) {
    return LOG.atInfo()
        .addKeyValue("audit", what)
        .addKeyValue("actor", actor.userId())
        .addKeyValue("organisation", id);
  }
}
