package callcentre.client.token;

import callcentre.aws.Secrets;
import callcentre.client.Deadline;
import callcentre.client.error.MightyCallException;
import callcentre.client.http.ProviderCall;
import callcentre.domain.ownership.Interval;
import callcentre.storage.leases.Lease;
import callcentre.storage.leases.LeaseAttempt;
import callcentre.storage.leases.LeaseRepository;
import callcentre.storage.leases.LeaseState;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Renews the shared token under the lease: asks for it, puts it into the secret, then names its
 * version in the lease on condition of the fence. A holder that comes too late has spent a request,
 * but what it put counts for nobody.
 */
final class TokenRenewal {

  private static final Logger LOG = LoggerFactory.getLogger(TokenRenewal.class);

  private final Supplier<CredentialsRef> ref;
  private final CredentialsSource credentials;
  private final TokenRequests requests;
  private final Secrets secrets;
  private final LeaseRepository leases;
  private final TokenTiming timing;
  private final InstantSource clock;
  private final RandomGenerator random;

  TokenRenewal(
      Supplier<CredentialsRef> ref,
      CredentialsSource credentials,
      TokenRequests requests,
      TokenSource.Parts parts) {
    this.ref = ref;
    this.credentials = credentials;
    this.requests = requests;
    this.secrets = parts.secrets();
    this.leases = parts.leases();
    this.timing = parts.timing();
    this.clock = parts.clock();
    this.random = parts.random();
  }

  /**
   * Renews the token if nobody else does, and nobody has since the lease was read.
   *
   * @param last what the lease names, whatever it is worth
   * @param good the same, if it still may be used
   * @return empty when somebody else was faster, or the credentials changed: then look again
   * @throws MightyCallException when there is no token to be had
   */
  Optional<SignIn> tryToRenew(
      LeaseState state,
      Credentials known,
      Optional<SignIn> last,
      Optional<SignIn> good,
      ProviderCall call) {
    LeaseAttempt attempt =
        leases.acquireToReplace(
            ref.get().leaseName(),
            newId(),
            state.currentVersionId(),
            timing.lease(),
            clock.instant());
    return switch (attempt) {
      case LeaseAttempt.Acquired(Lease lease) -> renew(lease, known, last, good, call);
      case LeaseAttempt.Refused elsewhere -> Optional.empty();
    };
  }

  private Optional<SignIn> renew(
      Lease lease,
      Credentials known,
      Optional<SignIn> last,
      Optional<SignIn> good,
      ProviderCall call) {
    Optional<String> refreshToken =
        last.map(SignIn::token)
            .filter(token -> token.fingerprint().equals(known.fingerprint()))
            .flatMap(AccessToken::refreshToken);
    Instant workEnds = lease.expires().minus(timing.lease()).plus(timing.work());
    AccessToken token;
    try {
      token = requests.renew(known, refreshToken, call.until(new Deadline(workEnds)));
    } catch (MightyCallException failed) {
      return afterFailure(lease, known, good, failed);
    } catch (RuntimeException broken) {
      leases.release(lease);
      throw broken;
    }
    return publish(lease, known, token);
  }

  private Optional<SignIn> afterFailure(
      Lease lease, Credentials known, Optional<SignIn> good, MightyCallException failed) {
    Optional<TokenCooldown> cooldown = TokenCooldown.after(failed, timing, clock.instant());
    cooldown.ifPresentOrElse(
        cooling -> leases.coolDown(lease, cooling.toLease(known.fingerprint())),
        () -> leases.release(lease));
    LOG.atWarn()
        .addKeyValue("provider_error", failed.kind())
        .addKeyValue("provider_code", failed.code().orElse(""))
        .addKeyValue("last_good_token_serves", good.isPresent())
        .log("the token could not be renewed");
    if (good.isPresent()) {
      return good;
    }
    boolean refused = cooldown.filter(TokenCooldown.Refused.class::isInstance).isPresent();
    if (refused && !credentials.readAgain().equals(known)) {
      return Optional.empty();
    }
    throw refused ? cooldown.get().toException(known) : failed;
  }

  private Optional<SignIn> publish(Lease lease, Credentials known, AccessToken token) {
    String versionId = newId();
    try {
      secrets.put(ref.get().tokenSecretId(), token.write(), versionId);
    } catch (RuntimeException unpublished) {
      Instant until = clock.instant().plus(timing.failed());
      TokenCooldown cooldown = new TokenCooldown.Failed("UNPUBLISHED", until);
      leases.coolDown(lease, cooldown.toLease(known.fingerprint()));
      throw unpublished;
    }
    Interval good = new Interval(token.obtainedAt(), Optional.of(token.expiresAt()));
    if (!leases.publish(lease, versionId, good)) {
      LOG.warn("a token was renewed too late, another process has its lease: it is not used");
      return Optional.empty();
    }
    LOG.atInfo().addKeyValue("expires_at", token.expiresAt()).log("the token was renewed");
    return Optional.of(new SignIn(known, token, versionId));
  }

  private String newId() {
    return new UUID(random.nextLong(), random.nextLong()).toString();
  }
}
