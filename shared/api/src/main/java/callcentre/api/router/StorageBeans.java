package callcentre.api.router;

import callcentre.api.tickets.AudioTickets;
import callcentre.aws.AwsClients;
import callcentre.aws.Environment;
import callcentre.aws.InvalidConfigurationException;
import callcentre.aws.Secrets;
import callcentre.aws.Variable;
import callcentre.storage.Tables;
import callcentre.storage.calls.CallQueries;
import callcentre.storage.calls.CallStore;
import callcentre.storage.cursors.Cursors;
import callcentre.storage.cursors.SigningKeys;
import callcentre.storage.database.Database;
import callcentre.storage.events.CallEventRepository;
import callcentre.storage.extensions.ExtensionRepository;
import callcentre.storage.extensions.TeamRepository;
import callcentre.storage.gate.HistoryGate;
import callcentre.storage.history.Retention;
import callcentre.storage.idempotency.IdempotencyRepository;
import callcentre.storage.numbers.DirectoryCache;
import callcentre.storage.numbers.NumberAssignmentRepository;
import callcentre.storage.numbers.PhoneNumberRepository;
import callcentre.storage.organisations.OrganisationRepository;
import callcentre.storage.people.RosterRepository;
import callcentre.storage.people.UserRepository;
import callcentre.storage.reports.ReportRepository;
import callcentre.storage.sync.SyncClaims;
import callcentre.storage.sync.SyncJobRepository;
import callcentre.storage.sync.SyncStateRepository;
import callcentre.storage.voicemails.VoicemailQueries;
import callcentre.storage.voicemails.VoicemailStore;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.random.RandomGenerator;

/** The repositories; each is made when a controller first asks for it, and that reads nothing. */
@Factory
final class StorageBeans {

  @Singleton
  Database database(AwsClients clients, Environment environment) {
    return new Database(clients::dynamoDb, () -> new Tables(environment.require(Variable.STAGE)));
  }

  @Singleton
  PhoneNumberRepository phoneNumbers(Database database) {
    return new PhoneNumberRepository(database);
  }

  @Singleton
  NumberAssignmentRepository assignments(Database database) {
    return new NumberAssignmentRepository(database);
  }

  @Singleton
  UserRepository users(Database database) {
    return new UserRepository(database);
  }

  @Singleton
  RosterRepository roster(Database database) {
    return new RosterRepository(database);
  }

  @Singleton
  OrganisationRepository organisations(Database database) {
    return new OrganisationRepository(database);
  }

  @Singleton
  DirectoryCache directory(NumberAssignmentRepository assignments, InstantSource clock) {
    return new DirectoryCache(assignments, clock);
  }

  @Singleton
  ExtensionRepository extensions(Database database) {
    return new ExtensionRepository(database);
  }

  @Singleton
  TeamRepository team(Database database) {
    return new TeamRepository(database);
  }

  @Singleton
  ReportRepository reports(Database database) {
    return new ReportRepository(database);
  }

  @Singleton
  SyncJobRepository syncJobs(Database database) {
    return new SyncJobRepository(database);
  }

  @Singleton
  SyncStateRepository syncStates(Database database) {
    return new SyncStateRepository(database);
  }

  @Singleton
  SyncClaims syncClaims(Database database) {
    return new SyncClaims(database);
  }

  @Singleton
  HistoryGate historyGate(InstantSource clock) {
    return new HistoryGate(clock);
  }

  @Singleton
  CallStore callStore(Database database) {
    return new CallStore(database, Retention::forEver);
  }

  @Singleton
  CallEventRepository callEvents(Database database) {
    return new CallEventRepository(database);
  }

  @Singleton
  CallQueries calls(Database database, InstantSource clock) {
    return new CallQueries(database, clock);
  }

  @Singleton
  VoicemailStore voicemailStore(Database database) {
    return new VoicemailStore(database, Retention::forEver);
  }

  @Singleton
  VoicemailQueries voicemails(Database database, InstantSource clock) {
    return new VoicemailQueries(database, clock);
  }

  @Singleton
  IdempotencyRepository idempotency(Database database) {
    return new IdempotencyRepository(database);
  }

  @Singleton
  Cursors cursors(Secrets secrets, Environment environment, RandomGenerator random) {
    return new Cursors(() -> signingKeys(secrets, environment), random);
  }

  @Singleton
  AudioTickets audioTickets(
      Secrets secrets, Environment environment, RandomGenerator random, InstantSource clock) {
    return new AudioTickets(() -> signingKeys(secrets, environment), random, clock);
  }

  private static SigningKeys signingKeys(Secrets secrets, Environment environment) {
    String secretId = environment.require(Variable.SIGNING_SECRET_ID);
    String master = secrets.read(secretId).requireText("master");
    try {
      return new SigningKeys(master);
    } catch (IllegalArgumentException tooShort) {
      throw InvalidConfigurationException.secret(
          secretId, "an object whose master has at least 32 random characters");
    }
  }
}
