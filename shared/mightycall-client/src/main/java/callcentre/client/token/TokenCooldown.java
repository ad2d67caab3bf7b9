package callcentre.client.token;

import callcentre.client.error.ErrorKind;
import callcentre.client.error.MightyCallException;
import callcentre.storage.leases.LeaseState;
import java.time.Instant;
import java.util.Optional;

/**
 * Why nobody asks for a token at the moment. It holds for one set of credentials: with corrected
 * ones anybody may ask at once.
 */
sealed interface TokenCooldown {

  /** When it ends. */
  Instant until();

  /** What a caller without a token is told. */
  MightyCallException toException(Credentials credentials);

  /** As the lease keeps it. */
  LeaseState.Cooldown toLease(String fingerprint);

  /** The provider refused the credentials. */
  record Refused(int status, String code, Instant until) implements TokenCooldown {

    @Override
    public MightyCallException toException(Credentials credentials) {
      return MightyCallException.credentialsRefused(status, code, credentials.host().name(), until);
    }

    @Override
    public LeaseState.Cooldown toLease(String fingerprint) {
      String subject = fingerprint + " refused " + status + " " + code;
      return new LeaseState.Cooldown(subject, until);
    }
  }

  /** The provider, or one of our own parts, failed. */
  record Failed(String what, Instant until) implements TokenCooldown {

    @Override
    public MightyCallException toException(Credentials credentials) {
      return MightyCallException.notSent(
          TokenRequests.OPERATION,
          "the last request for a token failed (" + what + "); the next one is made at " + until,
          Optional.of(until),
          null);
    }

    @Override
    public LeaseState.Cooldown toLease(String fingerprint) {
      return new LeaseState.Cooldown(fingerprint + " failed " + what, until);
    }
  }

  /** What follows from a failed token request; empty when anybody may try again at once. */
  static Optional<TokenCooldown> after(
      MightyCallException failed, TokenTiming timing, Instant now) {
    return switch (failed.kind()) {
      case AUTH, FORBIDDEN, INVALID, NOT_FOUND, CONFLICT ->
          Optional.of(
              new Refused(
                  failed.status().orElse(0),
                  failed.code().orElse(failed.kind().name()),
                  now.plus(timing.refused())));
      case UNAVAILABLE, TIMEOUT, UNEXPECTED_ANSWER, RATE_LIMITED ->
          Optional.of(new Failed(failed.kind().name(), now.plus(timing.failed())));
      case BUDGET_EXHAUSTED, PROVIDER_LIMIT -> Optional.empty();
    };
  }

  /** The cooldown that a lease holds for these credentials, while it lasts. */
  static Optional<TokenCooldown> in(LeaseState state, String fingerprint, Instant now) {
    return state
        .cooldown()
        .filter(cooling -> cooling.until().isAfter(now))
        .filter(cooling -> cooling.subject().startsWith(fingerprint + " "))
        .map(TokenCooldown::read);
  }

  private static TokenCooldown read(LeaseState.Cooldown cooling) {
    String[] words = cooling.subject().split(" ", 4);
    return words.length == 4 && words[1].equals("refused")
        ? new Refused(Integer.parseInt(words[2]), words[3], cooling.until())
        : new Failed(words.length > 2 ? words[2] : ErrorKind.UNAVAILABLE.name(), cooling.until());
  }
}
