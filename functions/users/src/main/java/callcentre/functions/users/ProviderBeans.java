package callcentre.functions.users;

import callcentre.api.problem.ApiException;
import callcentre.api.problem.ErrorCode;
import callcentre.api.problem.ProblemMapper;
import callcentre.aws.AwsClients;
import callcentre.aws.Environment;
import callcentre.aws.Secrets;
import callcentre.client.MightyCallClients;
import callcentre.client.error.MightyCallException;
import callcentre.client.users.UserKeys;
import callcentre.storage.database.Database;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** What tries and keeps people's keys, and what the provider's failures answer. */
@Factory
final class ProviderBeans {

  @Singleton
  UserKeys userKeys(
      Environment environment,
      Database database,
      Secrets secrets,
      InstantSource clock,
      AwsClients clients) {
    return MightyCallClients.of(environment, database, secrets, clock)
        .userKeys(clients::secretsManager);
  }

  @Singleton
  ProblemMapper providerProblems(InstantSource clock) {
    return ProblemMapper.of(MightyCallException.class, failure -> answer(failure, clock.instant()));
  }

  /** The provider is only asked whether a key is good: no answer means that it was not kept. */
  private static ApiException answer(MightyCallException failure, Instant now) {
    ErrorCode code =
        switch (failure.kind()) {
          case BUDGET_EXHAUSTED, PROVIDER_LIMIT -> ErrorCode.RATE_BUDGET_EXHAUSTED;
          case RATE_LIMITED -> ErrorCode.TOO_MANY_REQUESTS;
          case TIMEOUT -> ErrorCode.MIGHTYCALL_TIMEOUT;
          case UNAVAILABLE, UNEXPECTED_ANSWER, AUTH, FORBIDDEN, NOT_FOUND, INVALID, CONFLICT ->
              ErrorCode.MIGHTYCALL_ERROR;
        };
    ApiException answer =
        ApiException.of(
                code,
                failure.getMessage() + " The key could not be tried; nothing was stored.",
                failure)
            .retryable(failure.kind().isRetryable());
    failure.status().ifPresent(status -> answer.member("provider_status", status));
    failure.code().ifPresent(word -> answer.member("provider_code", word));
    failure
        .retryAt()
        .map(at -> Duration.between(now, at))
        .ifPresent(wait -> answer.retryAfter(wait.isNegative() ? Duration.ZERO : wait));
    return answer;
  }
}
