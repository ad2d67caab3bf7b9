package callcentre.functions.audio;

import callcentre.api.problem.ApiException;
import callcentre.api.problem.ErrorCode;
import callcentre.api.problem.ProblemMapper;
import callcentre.api.tickets.InvalidTicketException;
import callcentre.aws.Environment;
import callcentre.aws.Secrets;
import callcentre.client.MightyCallClient;
import callcentre.client.MightyCallClients;
import callcentre.client.audio.AudioApi;
import callcentre.client.error.MightyCallException;
import callcentre.storage.database.Database;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.time.InstantSource;

/** The provider's client, made when something is first played, and what failures answer. */
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
  AudioApi recordings(MightyCallClient client) {
    return client.audio();
  }

  /** One answer for every ticket that is not good, so that nobody learns why. */
  @Singleton
  ProblemMapper ticketProblems() {
    return ProblemMapper.of(
        InvalidTicketException.class,
        refused ->
            ApiException.of(
                ErrorCode.NOT_FOUND,
                "The ticket is not valid, or not any more. Ask for a new one."));
  }

  @Singleton
  ProblemMapper providerProblems(InstantSource clock) {
    return ProblemMapper.of(
        MightyCallException.class, failure -> ProviderProblems.answer(failure, clock.instant()));
  }
}
