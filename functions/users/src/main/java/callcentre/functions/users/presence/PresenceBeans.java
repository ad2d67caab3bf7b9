package callcentre.functions.users.presence;

import callcentre.storage.database.Database;
import callcentre.storage.presence.PresenceRepository;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;

/** What only these routes need; making it reads nothing. */
@Factory
final class PresenceBeans {

  @Singleton
  PresenceRepository presences(Database database) {
    return new PresenceRepository(database);
  }
}
