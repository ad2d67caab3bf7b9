package callcentre.functions.operations;

import callcentre.api.access.Principal;
import callcentre.api.problem.ApiException;
import callcentre.api.problem.ErrorCode;
import callcentre.aws.Environment;
import callcentre.aws.Variable;
import callcentre.client.token.CredentialsRef;
import callcentre.domain.events.WebhookState;
import callcentre.domain.sync.Dataset;
import callcentre.domain.sync.SyncState;
import callcentre.functions.operations.events.GivenUpReplay;
import callcentre.functions.operations.events.GivenUpReplay.Replayed;
import callcentre.storage.leases.LeaseRepository;
import callcentre.storage.sync.SyncStateRepository;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The operator's page, and trying again what failed too often. */
@Controller("/api/admin/mightycall")
final class StatusController {

  private static final Logger LOG = LoggerFactory.getLogger(StatusController.class);

  private final SyncStateRepository states;
  private final WorkQueues queues;
  private final BudgetReport budget;
  private final LeaseRepository leases;
  private final WebhookReport webhooks;
  private final GivenUpReplay givenUp;
  private final Environment environment;
  private final InstantSource clock;

  StatusController(
      SyncStateRepository states,
      WorkQueues queues,
      BudgetReport budget,
      LeaseRepository leases,
      WebhookReport webhooks,
      GivenUpReplay givenUp,
      Environment environment,
      InstantSource clock) {
    this.states = states;
    this.queues = queues;
    this.budget = budget;
    this.leases = leases;
    this.webhooks = webhooks;
    this.givenUp = givenUp;
    this.environment = environment;
    this.clock = clock;
  }

  /**
   * What {@code POST …/redrive} answers.
   *
   * @param messages how many are moved back, or settled
   * @param replayed what became of what was given up; empty for a queue whose messages move
   */
  record Redriven(String queue, int messages, Optional<Replayed> replayed) {}

  @Get("/status")
  StatusView status() {
    Instant now = clock.instant();
    WebhookState calledUs = webhooks.state();
    Map<String, StatusView.DatasetView> datasets = new LinkedHashMap<>();
    Map<Dataset, SyncState> stored = states.all();
    for (Dataset dataset : Dataset.values()) {
      SyncState state = stored.getOrDefault(dataset, SyncState.untouched(dataset));
      datasets.put(dataset.wireName(), StatusView.DatasetView.of(state, now));
    }
    return new StatusView(
        now,
        environment.flag(Variable.SYNC_ENABLED, false),
        datasets,
        calledUs.heardAt(),
        calledUs.triedAt(),
        ofEach(queues::depth),
        ofEach(name -> Optional.of(queues.dead(name))),
        webhooks.quarantined(),
        webhooks.parked(),
        budget.usage().budget(),
        leases
            .validity(CredentialsRef.ofAccount(environment).leaseName())
            .flatMap(good -> good.to().map(end -> new StatusView.TokenView(good.from(), end))));
  }

  @Post("/dlq/{queue}/redrive")
  HttpResponse<Redriven> redrive(String queue, Principal actor) {
    WorkQueues.Name name =
        WorkQueues.Name.ofWireName(queue)
            .orElseThrow(
                () ->
                    ApiException.of(
                        ErrorCode.NOT_FOUND,
                        "There is no such queue; known: " + WorkQueues.Name.known() + "."));
    Redriven redriven = redrive(name);
    LOG.atInfo()
        .addKeyValue("audit", "redrive")
        .addKeyValue("actor", actor.userId())
        .addKeyValue("queue", queue)
        .addKeyValue("messages", redriven.messages())
        .log("A dead-letter queue is tried again");
    return HttpResponse.accepted().body(redriven);
  }

  private Redriven redrive(WorkQueues.Name name) {
    return switch (name) {
      case SYNC, SMS, WEBHOOKS ->
          new Redriven(name.wireName(), queues.redrive(name), Optional.empty());
      case PROJECTOR -> {
        Replayed replayed = givenUp.replay();
        yield new Redriven(name.wireName(), replayed.messages(), Optional.of(replayed));
      }
    };
  }

  private static <T> Map<String, T> ofEach(Function<WorkQueues.Name, Optional<T>> asked) {
    Map<String, T> byName = new LinkedHashMap<>();
    for (WorkQueues.Name name : WorkQueues.Name.values()) {
      asked.apply(name).ifPresent(told -> byName.put(name.wireName(), told));
    }
    return byName;
  }
}
