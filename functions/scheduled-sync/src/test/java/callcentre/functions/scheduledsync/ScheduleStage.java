package callcentre.functions.scheduledsync;

import static org.assertj.core.api.Assertions.assertThat;

import callcentre.aws.Environment;
import callcentre.cloud.Cloud;
import callcentre.cloud.CloudExtension;
import callcentre.cloud.Queue;
import callcentre.cloud.TemplateTables;
import callcentre.cloud.faults.RequestCounter;
import callcentre.domain.budget.RequestClass;
import callcentre.domain.organisations.OrganisationSettings;
import callcentre.domain.ownership.OrganisationId;
import callcentre.domain.sync.Dataset;
import callcentre.domain.sync.DatasetCounts;
import callcentre.domain.sync.DatasetRun;
import callcentre.domain.sync.SyncError;
import callcentre.storage.Tables;
import callcentre.storage.database.Database;
import callcentre.storage.events.WebhookStateRepository;
import callcentre.storage.organisations.OrganisationRepository;
import callcentre.storage.sync.SyncClaims;
import callcentre.storage.sync.SyncJobRepository;
import callcentre.storage.sync.SyncStateRepository;
import callcentre.storage.usage.ProviderUsageRepository;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.extension.ExtendWith;

/** A stage of its own whose schedule is asked by hand; jobs end as a test says. */
@ExtendWith(CloudExtension.class)
abstract class ScheduleStage {

  static final Instant MONDAY_MORNING_IN_NEW_YORK = Instant.parse("2026-11-23T15:00:00Z");

  final RequestCounter counter = new RequestCounter();
  final Map<String, String> variables = new HashMap<>();
  final Cloud cloud;
  final Queue queue;
  final SyncJobRepository jobs;
  final SyncStateRepository states;
  final SyncClaims claims;
  final ProviderUsageRepository usage;
  final OrganisationRepository organisations;
  final WebhookStateRepository webhooks;
  Instant now = Instant.parse("2026-11-21T09:10:00Z");

  ScheduleStage(Cloud cloud) {
    this.cloud = cloud;
    String stage = cloud.newStage();
    TemplateTables.create(cloud, stage, "sync_jobs");
    TemplateTables.create(cloud, stage, "sync_state");
    TemplateTables.create(cloud, stage, "provider_usage");
    TemplateTables.create(cloud, stage, "organisations");
    this.queue = cloud.createQueue(stage + "-sync", Duration.ofSeconds(30));
    Database database = new Database(cloud.clients()::dynamoDb, () -> new Tables(stage));
    this.jobs = new SyncJobRepository(database);
    this.states = new SyncStateRepository(database);
    this.claims = new SyncClaims(database);
    this.usage = new ProviderUsageRepository(database);
    this.organisations = new OrganisationRepository(database);
    this.webhooks = new WebhookStateRepository(database);
    variables.put("STAGE", stage);
    variables.put("SYNC_QUEUE_URL", queue.url());
    variables.put("SYNC_ENABLED", "true");
  }

  Tick tick(boolean full) {
    return schedule().tick(full);
  }

  Schedule schedule() {
    return Schedule.of(
        cloud.clients(counter), new Environment(variables), () -> now, new Random(7));
  }

  void succeed(String jobId) {
    succeed(jobId, DatasetCounts.NONE);
  }

  void succeed(String jobId, DatasetCounts counts) {
    end(jobId, dataset -> DatasetRun.succeeded(dataset, counts, List.of()));
  }

  static DatasetCounts inserted(int rows) {
    return new DatasetCounts(rows, rows, 0, 0, 0, 0, 0, 1);
  }

  void organise(String id, String zone) {
    OrganisationId organisation = new OrganisationId(id);
    OrganisationSettings usual = OrganisationSettings.DEFAULTS;
    organisations.name(organisation, id, now);
    organisations.settings(
        organisations.find(organisation).orElseThrow(),
        new OrganisationSettings(
            ZoneId.of(zone),
            usual.businessHours(),
            usual.holidays(),
            usual.thresholds(),
            usual.quietHours(),
            usual.currency(),
            usual.prices(),
            usual.values()),
        now);
  }

  void fail(String jobId) {
    SyncError error = new SyncError("mightycall_timeout", "no answer in time", true);
    end(jobId, dataset -> DatasetRun.stopped(dataset, DatasetCounts.NONE, error, List.of()));
  }

  void end(String jobId, java.util.function.Function<Dataset, DatasetRun> result) {
    for (Dataset dataset : jobs.find(jobId).orElseThrow().datasets()) {
      states.takeOver(dataset, jobId, "worker", now.plusSeconds(60), now);
      claims.end(jobId, "worker", result.apply(dataset), now, Optional.empty(), now);
    }
  }

  void spend(int requests) {
    for (int spent = 0; spent < requests; spent++) {
      usage.take(RequestClass.INTERACTIVE, 1, 2_500, now);
    }
  }

  List<String> bodiesOnTheQueue() {
    return cloud
        .sqs()
        .receiveMessage(
            receive -> receive.queueUrl(queue.url()).maxNumberOfMessages(10).waitTimeSeconds(1))
        .messages()
        .stream()
        .map(message -> message.body())
        .toList();
  }

  static Tick.Started started(Tick tick) {
    assertThat(tick).isInstanceOf(Tick.Started.class);
    return (Tick.Started) tick;
  }
}
