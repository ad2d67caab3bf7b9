package callcentre.functions.syncrequests;

import callcentre.aws.AwsClients;
import callcentre.aws.Environment;
import callcentre.client.MightyCallClients;
import callcentre.client.budget.RequestBudget;
import callcentre.storage.database.Database;
import callcentre.storage.sync.SyncClaims;
import callcentre.storage.sync.SyncJobRepository;
import callcentre.storage.sync.SyncStateRepository;
import callcentre.sync.OrphanedJobs;
import callcentre.sync.SyncQueue;
import callcentre.sync.SyncRequests;
import callcentre.sync.UnsentJobs;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Secondary;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.concurrent.locks.LockSupport;
import java.util.random.RandomGenerator;

/** What this function's controllers are made of; making it reads nothing. */
@Factory
final class SyncBeans {

  @Singleton
  SyncRequests requests(
      SyncClaims claims,
      SyncStateRepository states,
      SyncJobRepository jobs,
      AwsClients clients,
      Environment environment,
      InstantSource clock,
      RandomGenerator random) {
    SyncQueue queue = SyncQueue.of(clients, environment);
    return new SyncRequests(
        claims,
        new OrphanedJobs(claims, states, jobs, queue),
        new UnsentJobs(claims, states, clock),
        queue,
        clock,
        random);
  }

  @Singleton
  JobWatch watch(SyncJobRepository jobs, JobWatch.Pause pause) {
    return new JobWatch(jobs, pause);
  }

  @Singleton
  @Secondary
  JobWatch.Pause pause() {
    return length -> LockSupport.parkNanos(length.toNanos());
  }

  @Singleton
  RequestBudget budget(Environment environment, Database database, InstantSource clock) {
    return MightyCallClients.budgetOf(environment, database, clock);
  }
}
