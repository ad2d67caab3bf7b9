package callcentre.functions.audio;

import callcentre.answers.ProviderProblems;
import callcentre.api.problem.ApiException;
import callcentre.api.problem.ErrorCode;
import callcentre.api.problem.ProblemMapper;
import callcentre.api.tickets.InvalidTicketException;
import callcentre.client.MightyCallClient;
import callcentre.client.audio.AudioApi;
import callcentre.client.error.MightyCallException;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.time.InstantSource;

/** Where recordings are read, and what failures answer. */
@Factory
final class ProviderBeans {

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
        MightyCallException.class,
        failure -> ProviderProblems.ofQuestion(failure, clock.instant()));
  }
}
