package callcentre.functions.users;

import callcentre.answers.ProviderProblems;
import callcentre.answers.ProviderProblems.Outcome;
import callcentre.answers.Repetition;
import callcentre.api.problem.ProblemMapper;
import callcentre.aws.AwsClients;
import callcentre.client.MightyCallClients;
import callcentre.client.error.MightyCallException;
import callcentre.client.users.UserKeys;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.time.InstantSource;

/** What tries and keeps people's keys, and what the provider's failures answer. */
@Factory
final class ProviderBeans {

  private static final String NOTHING = "The key could not be tried; nothing was stored.";

  /** The provider is only asked whether a key is good: no answer means that it was not kept. */
  private static final Outcome OUTCOME = new Outcome(NOTHING, NOTHING);

  @Singleton
  UserKeys userKeys(MightyCallClients clients, AwsClients services) {
    return clients.userKeys(services::secretsManager);
  }

  @Singleton
  ProblemMapper providerProblems(InstantSource clock) {
    return ProblemMapper.of(
        MightyCallException.class,
        failure ->
            ProviderProblems.ofWrite(failure, OUTCOME, Repetition.HARMLESS, clock.instant()));
  }
}
