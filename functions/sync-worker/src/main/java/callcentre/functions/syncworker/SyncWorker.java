package callcentre.functions.syncworker;

import callcentre.aws.AwsClients;
import callcentre.aws.Environment;
import callcentre.aws.InvalidConfigurationException;
import callcentre.aws.Secrets;
import callcentre.aws.Variable;
import callcentre.client.MightyCallClient;
import callcentre.client.MightyCallClients;
import callcentre.domain.extensions.ProbeRange;
import callcentre.domain.sync.Dataset;
import callcentre.functions.syncworker.history.HistoryParts;
import callcentre.functions.syncworker.pull.DatasetSync;
import callcentre.messaging.MessageRetention;
import callcentre.storage.Tables;
import callcentre.storage.database.Database;
import callcentre.storage.events.WebhookStateRepository;
import callcentre.storage.extensions.ExtensionRepository;
import callcentre.storage.extensions.TeamRepository;
import callcentre.storage.numbers.PhoneNumberRepository;
import callcentre.storage.people.UserRepository;
import callcentre.storage.sync.SyncClaims;
import callcentre.storage.sync.SyncJobRepository;
import callcentre.storage.sync.SyncStateRepository;
import callcentre.sync.SyncQueue;
import java.time.InstantSource;
import java.util.Optional;

/**
 * The worker's parts, put together by hand: a container would cost more at a cold start than the
 * worker has parts. Making it reads no configuration, secret or table.
 */
final class SyncWorker {

  private final Environment environment;
  private final Database database;
  private final MightyCallClient provider;
  private final HistoryParts history;
  private final InstantSource clock;
  private final JobRunner runner;

  private SyncWorker(
      AwsClients clients, Environment environment, InstantSource clock, int pageSize) {
    this.environment = environment;
    this.clock = clock;
    this.database =
        new Database(clients::dynamoDb, () -> new Tables(environment.require(Variable.STAGE)));
    this.provider =
        MightyCallClients.of(
                environment, database, new Secrets(clients::secretsManager, clock), clock)
            .account();
    this.history =
        new HistoryParts(provider, database, clock, MessageRetention.of(environment), pageSize);
    this.runner =
        new JobRunner(
            new SyncJobRepository(database),
            new SyncStateRepository(database),
            new SyncClaims(database),
            new DatasetPuller(this::dataset, new WebhookStateRepository(database)::find, clock),
            SyncQueue.of(clients, environment),
            clock);
  }

  static SyncWorker of(AwsClients clients, Environment environment, InstantSource clock) {
    return of(clients, environment, clock, HistoryParts.LARGEST_PAGE);
  }

  /**
   * @param pageSize rows of a page of history
   */
  static SyncWorker of(
      AwsClients clients, Environment environment, InstantSource clock, int pageSize) {
    return new SyncWorker(clients, environment, clock, pageSize);
  }

  JobRunner runner() {
    return runner;
  }

  InstantSource clock() {
    return clock;
  }

  private DatasetSync dataset(Dataset dataset) {
    return switch (dataset) {
      case NUMBERS -> new NumbersSync(provider.phoneNumbers(), new PhoneNumberRepository(database));
      case EXTENSIONS ->
          new ExtensionsSync(
              new ProviderPeople(provider),
              new ExtensionRepository(database),
              new TeamRepository(database),
              new UserRepository(database),
              this::probeRange);
      case JOURNAL, CALLS, VOICEMAILS -> history.sync(dataset);
      case BACKFILL -> history.backfill();
    };
  }

  private Optional<ProbeRange> probeRange() {
    return environment
        .find(Variable.EXTENSION_PROBE)
        .map(
            text -> {
              try {
                return ProbeRange.parse(text);
              } catch (IllegalArgumentException malformed) {
                throw InvalidConfigurationException.variable(
                    Variable.EXTENSION_PROBE, text, "two extensions, for example 100-120");
              }
            });
  }
}
