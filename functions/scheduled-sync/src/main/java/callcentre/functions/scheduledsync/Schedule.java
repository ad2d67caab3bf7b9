package callcentre.functions.scheduledsync;

import callcentre.aws.AwsClients;
import callcentre.aws.Environment;
import callcentre.aws.Variable;
import callcentre.client.MightyCallClients;
import callcentre.client.budget.RequestBudget;
import callcentre.domain.budget.BudgetSnapshot;
import callcentre.domain.budget.RequestClass;
import callcentre.domain.events.WebhookState;
import callcentre.domain.sync.Cadence;
import callcentre.domain.sync.Dataset;
import callcentre.domain.sync.Pace;
import callcentre.domain.sync.SyncJob;
import callcentre.domain.sync.SyncState;
import callcentre.storage.Tables;
import callcentre.storage.database.Database;
import callcentre.storage.events.WebhookStateRepository;
import callcentre.storage.organisations.OrganisationRepository;
import callcentre.storage.sync.SyncClaims;
import callcentre.storage.sync.SyncJobRepository;
import callcentre.storage.sync.SyncStateRepository;
import callcentre.sync.OrphanedJobs;
import callcentre.sync.SyncPlan;
import callcentre.sync.SyncQueue;
import callcentre.sync.SyncRequests;
import callcentre.sync.SyncStart;
import callcentre.sync.UnsentJobs;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Decides at each tick which datasets are due and whether the budget has room for background work,
 * and asks for one job with all of them. It makes no provider request itself.
 */
final class Schedule {

  private static final Logger LOG = LoggerFactory.getLogger(Schedule.class);

  private final Environment environment;
  private final RequestBudget budget;
  private final BackgroundRoom room;
  private final OpeningHours hours;
  private final SyncStateRepository states;
  private final WebhookStateRepository webhooks;
  private final OrphanedJobs orphans;
  private final SyncRequests requests;
  private final InstantSource clock;

  private Schedule(
      AwsClients clients, Environment environment, InstantSource clock, RandomGenerator random) {
    Database database =
        new Database(clients::dynamoDb, () -> new Tables(environment.require(Variable.STAGE)));
    SyncClaims claims = new SyncClaims(database);
    this.states = new SyncStateRepository(database);
    this.webhooks = new WebhookStateRepository(database);
    this.environment = environment;
    this.clock = clock;
    this.budget = MightyCallClients.budgetOf(environment, database, clock);
    this.room = new BackgroundRoom(environment);
    this.hours = new OpeningHours(new OrganisationRepository(database));
    SyncQueue queue = SyncQueue.of(clients, environment);
    this.orphans = new OrphanedJobs(claims, states, new SyncJobRepository(database), queue);
    this.requests =
        new SyncRequests(
            claims, orphans, new UnsentJobs(claims, states, clock), queue, clock, random);
  }

  /**
   * A schedule with its parts; making it reads nothing.
   *
   * @param random makes the ids of jobs unique
   */
  static Schedule of(
      AwsClients clients, Environment environment, InstantSource clock, RandomGenerator random) {
    return new Schedule(clients, environment, clock, random);
  }

  /** Reads what a tick reads, and does nothing. */
  void look() {
    states.all();
    webhooks.find();
    budget.snapshot();
    hours.isOpenAt(clock.instant());
  }

  /**
   * One tick: 4 requests when nothing is due (states, budget, hours, webhooks), 7 when a job is
   * asked for.
   *
   * @param full whatever was not just pulled is due
   */
  Tick tick(boolean full) {
    Instant now = clock.instant();
    Collection<SyncState> states = orphans.end(now);
    BudgetSnapshot snapshot = budget.report();
    Tick tick = decide(states, snapshot, full, now);
    LOG.atInfo()
        .addKeyValue("schedule_tick", tick.name())
        .addKeyValue("full", full)
        .log("schedule: {}", tick.sentence());
    return tick;
  }

  private Tick decide(
      Collection<SyncState> states, BudgetSnapshot snapshot, boolean full, Instant now) {
    if (!environment.flag(Variable.SYNC_ENABLED, false)) {
      return new Tick.SwitchedOff();
    }
    WebhookState told = webhooks.find();
    Pace pace =
        Pace.of(
            hours.isOpenAt(now),
            snapshot.used(),
            room.ceiling(RequestClass.SYNC),
            journal(states),
            told);
    if (pace.isSilent()) {
      LOG.atInfo()
          .addKeyValue("webhooks", "silent")
          .log("schedule: no webhook told of the newest call; the journal is pulled more often");
    }
    List<Dataset> due =
        states.stream()
            .filter(state -> Cadence.isDue(state, pace, full, now))
            .map(SyncState::dataset)
            .toList();
    if (due.isEmpty()) {
      return new Tick.NothingDue();
    }
    List<Dataset> affordable = affordable(due, states, told, snapshot, now);
    if (affordable.isEmpty()) {
      return new Tick.Postponed(due, snapshot.resetsAt());
    }
    return switch (requests.start(new SyncPlan(affordable), SyncJob.SCHEDULE)) {
      case SyncStart.Started(SyncJob job) -> new Tick.Started(job.id(), affordable);
      case SyncStart.AlreadyRunning(var dataset, String jobId) -> new Tick.Busy(dataset, jobId);
    };
  }

  /** Completing calls goes on when there is no room for other background work any more. */
  private List<Dataset> affordable(
      List<Dataset> due,
      Collection<SyncState> states,
      WebhookState told,
      BudgetSnapshot snapshot,
      Instant now) {
    if (room.isLeft(RequestClass.SYNC, snapshot, now)) {
      return due;
    }
    if (!room.isLeft(RequestClass.EVENT, snapshot, now)) {
      return List.of();
    }
    return states.stream()
        .filter(state -> Cadence.isToComplete(state, told, now))
        .map(SyncState::dataset)
        .filter(due::contains)
        .toList();
  }

  private static SyncState journal(Collection<SyncState> states) {
    return states.stream()
        .filter(state -> state.dataset() == Dataset.JOURNAL)
        .findFirst()
        .orElseGet(() -> SyncState.untouched(Dataset.JOURNAL));
  }
}
