package callcentre.answers;

import callcentre.aws.Environment;
import callcentre.aws.Secrets;
import callcentre.client.MightyCallClient;
import callcentre.client.MightyCallClients;
import callcentre.storage.database.Database;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.time.InstantSource;

/** The provider's clients; making them reads nothing. */
@Factory
final class ProviderBeans {

  @Singleton
  MightyCallClients clients(
      Environment environment, Database database, Secrets secrets, InstantSource clock) {
    return MightyCallClients.of(environment, database, secrets, clock);
  }

  @Singleton
  MightyCallClient client(MightyCallClients clients) {
    return clients.account();
  }
}
