package callcentre.functions.scheduledsync;

import callcentre.client.MightyCallClients;
import callcentre.domain.budget.RequestClass;
import callcentre.domain.sync.Cadence;
import callcentre.domain.sync.Dataset;
import callcentre.domain.sync.SyncState;
import callcentre.functions.syncworker.Workbench;
import callcentre.simulator.Simulator;
import callcentre.simulator.demo.DemoDays;
import callcentre.simulator.history.Conversation;
import callcentre.simulator.history.History;
import callcentre.simulator.history.HistoryQuery;
import callcentre.simulator.history.PhoneCall;
import callcentre.storage.events.WebhookStateRepository;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/**
 * A stage that lives through days of the schedule with the real worker, on the simulator's clock.
 */
final class LivingStage {

  private static final LocalTime FULL_SYNC = LocalTime.of(7, 30);

  private final Workbench bench;
  private final Simulator simulator;
  private final Schedule schedule;
  private final WebhookStateRepository webhooks;
  private Duration oldestNews = Duration.ZERO;
  private Duration oldestDetails = Duration.ZERO;
  private Optional<Instant> toldUntil = Optional.empty();
  private Optional<Instant> waitingSincePull = Optional.empty();
  private Instant waitingSince = Instant.MIN;

  LivingStage(Workbench bench) {
    this.bench = bench;
    this.simulator = bench.simulator();
    this.webhooks = new WebhookStateRepository(bench.database());
    this.schedule =
        Schedule.of(bench.clients(), bench.environment(), simulator.clock(), new Random(7));
    simulator.clock().freeze();
  }

  /** Puts days of a centre into the provider's history. */
  void traffic(LocalDate first, int days, int calls, int voicemails, int messages) {
    simulator
        .history()
        .add(
            DemoDays.exactly(
                    simulator.account().data(), 7, first, days, calls, voicemails, messages)
                .orElseThrow());
  }

  /** From now on webhooks tell when calls end; the projector notes it like this. */
  LivingStage hears() {
    toldUntil = Optional.of(simulator.clock().instant());
    return this;
  }

  /** What webhooks told. */
  WebhookStateRepository webhooks() {
    return webhooks;
  }

  /** Requests of each class. */
  Map<RequestClass, Integer> spent() {
    return MightyCallClients.budgetOf(bench.environment(), bench.database(), simulator.clock())
        .snapshot()
        .byClass();
  }

  /** Lets the schedule tick until the time is over. */
  void live(Duration time, Duration tick) {
    Instant end = simulator.clock().instant().plus(time);
    while (simulator.clock().instant().isBefore(end)) {
      LocalTime now = LocalTime.ofInstant(simulator.clock().instant(), ZoneOffset.UTC);
      boolean full = !now.isBefore(FULL_SYNC) && now.isBefore(FULL_SYNC.plus(tick));
      tell();
      noteAge();
      if (schedule.tick(full) instanceof Tick.Started) {
        bench.work();
      }
      simulator.clock().advance(tick);
    }
  }

  /** How old the newest news was allowed to become since this was last asked. */
  Duration oldestNews() {
    Duration oldest = oldestNews;
    oldestNews = Duration.ZERO;
    return oldest;
  }

  /**
   * How long calls that webhooks had told of waited for their details since this was last asked.
   */
  Duration oldestDetails() {
    Duration oldest = oldestDetails;
    oldestDetails = Duration.ZERO;
    return oldest;
  }

  private void tell() {
    if (toldUntil.isEmpty()) {
      return;
    }
    Instant last = toldUntil.get();
    Instant now = simulator.clock().instant();
    HistoryQuery calls =
        new HistoryQuery(
            last.minus(History.LONGEST), now, now, PhoneCall.class::isInstance, null, true);
    simulator.history().all(calls).stream()
        .map(Conversation::endsAt)
        .filter(end -> end.isAfter(last))
        .max(Comparator.naturalOrder())
        .ifPresent(
            end -> {
              webhooks.heard(end);
              webhooks.ended(end.truncatedTo(ChronoUnit.MINUTES).plusSeconds(60));
            });
    toldUntil = Optional.of(now);
  }

  private void noteAge() {
    Instant now = simulator.clock().instant();
    SyncState details = bench.state(Dataset.CALLS);
    if (Cadence.isToComplete(details, webhooks.find(), now)) {
      if (!details.asOf().equals(waitingSincePull)) {
        waitingSincePull = details.asOf();
        waitingSince = now;
      }
      Duration waits = Duration.between(waitingSince, now);
      oldestDetails = waits.compareTo(oldestDetails) > 0 ? waits : oldestDetails;
    }
    bench
        .state(Dataset.JOURNAL)
        .age(now)
        .filter(age -> age.compareTo(oldestNews) > 0)
        .ifPresent(age -> oldestNews = age);
  }
}
