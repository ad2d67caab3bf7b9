package callcentre.functions.phonenumbers;

import callcentre.answers.ProviderProblems;
import callcentre.answers.ProviderProblems.Outcome;
import callcentre.answers.Repetition;
import callcentre.api.problem.ProblemMapper;
import callcentre.client.error.MightyCallException;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.time.InstantSource;

/** What the provider's failures answer: the only request of this function deletes a number. */
@Factory
final class ProviderBeans {

  private static final Outcome OUTCOME =
      new Outcome(
          "The number was not deleted.",
          "The number may be gone all the same; sync the numbers to see.");

  @Singleton
  ProblemMapper providerProblems(InstantSource clock) {
    return ProblemMapper.of(
        MightyCallException.class,
        failure ->
            ProviderProblems.ofWrite(failure, OUTCOME, Repetition.DOES_IT_TWICE, clock.instant()));
  }
}
