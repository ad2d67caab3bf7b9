package callcentre.functions.operations;

import callcentre.aws.Environment;
import callcentre.client.MightyCallClients;
import callcentre.client.budget.RequestBudget;
import callcentre.storage.calls.CallStore;
import callcentre.storage.database.Database;
import callcentre.storage.events.CallEventRepository;
import callcentre.storage.events.EventIndex;
import callcentre.storage.gate.HistoryGate;
import callcentre.storage.leases.LeaseRepository;
import callcentre.storage.live.LiveTicketRepository;
import callcentre.storage.presence.PresenceRepository;
import callcentre.storage.presence.PresenceRetention;
import callcentre.storage.projection.EventProjection;
import callcentre.storage.projection.PresenceProjection;
import callcentre.storage.usage.ProviderUsageRepository;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.time.InstantSource;

/** What only this function needs; making any of it reads nothing. */
@Factory
final class OperationsBeans {

  @Singleton
  RequestBudget budget(Environment environment, Database database, InstantSource clock) {
    return MightyCallClients.budgetOf(environment, database, clock);
  }

  @Singleton
  ProviderUsageRepository usage(Database database) {
    return new ProviderUsageRepository(database);
  }

  @Singleton
  EventIndex eventIndex(Database database) {
    return new EventIndex(database);
  }

  @Singleton
  EventProjection projection(CallEventRepository events, HistoryGate gate, CallStore calls) {
    return new EventProjection(events, gate, calls);
  }

  @Singleton
  LiveTicketRepository liveTickets(Database database) {
    return new LiveTicketRepository(database);
  }

  @Singleton
  PresenceRepository presences(Database database, Environment environment) {
    return new PresenceRepository(database, PresenceRetention.of(environment));
  }

  @Singleton
  PresenceProjection presence(CallEventRepository events, PresenceRepository presences) {
    return new PresenceProjection(events, presences);
  }

  @Singleton
  LeaseRepository leases(Database database) {
    return new LeaseRepository(database);
  }
}
