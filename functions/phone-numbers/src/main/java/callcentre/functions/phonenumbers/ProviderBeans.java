package callcentre.functions.phonenumbers;

import callcentre.api.problem.ProblemMapper;
import callcentre.aws.Environment;
import callcentre.aws.Secrets;
import callcentre.client.MightyCallClient;
import callcentre.client.MightyCallClients;
import callcentre.client.error.MightyCallException;
import callcentre.storage.database.Database;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.time.InstantSource;

/**
 * The provider's client, made when a number is first to be deleted, and what its failures answer.
 */
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

  @Singleton
  ProblemMapper providerProblems(InstantSource clock) {
    return ProblemMapper.of(
        MightyCallException.class, failure -> ProviderProblems.answer(failure, clock.instant()));
  }
}
