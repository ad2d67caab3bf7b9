package callcentre.functions.userstatus;

import callcentre.aws.Environment;
import callcentre.storage.database.Database;
import callcentre.storage.leases.LeaseRepository;
import callcentre.storage.presence.PresenceRepository;
import callcentre.storage.presence.PresenceRetention;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;

/** What only these routes need; making it reads nothing. */
@Factory
final class StatusBeans {

  @Singleton
  PresenceRepository presences(Database database, Environment environment) {
    return new PresenceRepository(database, PresenceRetention.of(environment));
  }

  @Singleton
  LeaseRepository leases(Database database) {
    return new LeaseRepository(database);
  }
}
