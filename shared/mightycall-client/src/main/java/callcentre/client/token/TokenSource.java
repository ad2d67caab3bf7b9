package callcentre.client.token;

import callcentre.aws.Secrets;
import callcentre.client.error.MightyCallException;
import callcentre.client.http.ProviderCall;
import callcentre.client.http.ProviderHost;
import callcentre.client.http.RequestSender;
import callcentre.client.http.Retries;
import callcentre.storage.leases.LeaseRepository;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * The token as this process knows it. A warm call asks nobody; of several threads one renews, and
 * the others go on with the last good token or wait.
 */
public final class TokenSource implements Tokens {

  private final CredentialsSource credentials;
  private final SharedToken shared;
  private final TokenTiming timing;
  private final InstantSource clock;
  private final RandomGenerator random;
  private final ReentrantLock renewing = new ReentrantLock();
  private volatile @Nullable Held held;
  private volatile Instant futileUntil = Instant.MIN;

  private record Held(SignIn signIn, Instant renewAt) {

    boolean isGood(Credentials credentials, Instant now) {
      return signIn.token().isGood(credentials.fingerprint(), now);
    }

    boolean isFresh(Credentials credentials, Instant now) {
      return isGood(credentials, now) && now.isBefore(renewAt);
    }
  }

  private TokenSource(
      CredentialsSource credentials,
      SharedToken shared,
      TokenTiming timing,
      InstantSource clock,
      RandomGenerator random) {
    this.credentials = credentials;
    this.shared = shared;
    this.timing = timing;
    this.clock = clock;
    this.random = random;
  }

  /**
   * The token of some credentials.
   *
   * @param ref asked at each use; may throw when the stack is not configured
   * @param parts what the token's own requests are made with
   */
  public static TokenSource of(Supplier<CredentialsRef> ref, Parts parts) {
    CredentialsSource credentials =
        new CredentialsSource(parts.secrets(), ref, parts.timing().reread(), parts.clock());
    TokenRequests requests = new TokenRequests(parts.sender(), parts.retries(), parts.clock());
    TokenRenewal renewal = new TokenRenewal(ref, credentials, requests, parts);
    SharedToken shared = new SharedToken(ref, credentials, renewal, parts);
    return new TokenSource(credentials, shared, parts.timing(), parts.clock(), parts.random());
  }

  /**
   * What renewing a token takes.
   *
   * @param random for ids and jitter; made after a restore, so that no two processes share it
   * @param pause waits
   */
  public record Parts(
      Secrets secrets,
      LeaseRepository leases,
      RequestSender sender,
      Retries retries,
      TokenTiming timing,
      InstantSource clock,
      RandomGenerator random,
      Consumer<Duration> pause) {}

  /**
   * A token to try: no request at all when warm.
   *
   * @throws MightyCallException when there is none to be had, or not in time
   * @throws callcentre.aws.ConfigurationException when credentials are missing or unusable
   */
  @Override
  public SignIn current(ProviderCall call) {
    Credentials known = credentials.read();
    Held before = held;
    if (before == null || !before.isGood(known, clock.instant())) {
      lock(call);
    } else if (before.isFresh(known, clock.instant()) || !renewing.tryLock()) {
      return before.signIn();
    }
    try {
      Held after = held;
      return after != null && after.isFresh(known, clock.instant())
          ? after.signIn()
          : keep(shared.obtain(Optional.empty(), call));
    } finally {
      renewing.unlock();
    }
  }

  /** Where the account lives. */
  @Override
  public ProviderHost host() {
    return credentials.read().host();
  }

  /**
   * Another token after a 401: one that somebody renewed meanwhile, else a renewed one.
   *
   * @param refused what the 401 was about
   * @return empty when a renewed token was refused a moment ago: more of them would not help
   * @throws MightyCallException when there is none to be had
   */
  @Override
  public Optional<SignIn> renewed(SignIn refused, ProviderCall call) {
    lock(call);
    try {
      Held after = held;
      if (after != null
          && !after.signIn().versionId().equals(refused.versionId())
          && after.isGood(credentials.read(), clock.instant())) {
        return Optional.of(after.signIn());
      }
      if (clock.instant().isBefore(futileUntil)) {
        return Optional.empty();
      }
      return Optional.of(keep(shared.obtain(Optional.of(refused.versionId()), call)));
    } finally {
      renewing.unlock();
    }
  }

  /** A renewed token was refused too: it is not renewed again for a while. */
  @Override
  public void renewalWasFutile() {
    futileUntil = clock.instant().plus(timing.futile());
  }

  private SignIn keep(SignIn signIn) {
    Instant now = clock.instant();
    AccessToken token = signIn.token();
    Duration window = shared.earlyWindow(token);
    Duration lead = window.plusMillis(random.nextLong(window.toMillis() + 1));
    Instant renewAt = token.expiresAt().minus(lead);
    if (!renewAt.isAfter(now)) {
      // Somebody else is renewing it, or nobody can at the moment.
      renewAt = now.plus(timing.failed());
    }
    held = new Held(signIn, renewAt);
    return signIn;
  }

  private void lock(ProviderCall call) {
    try {
      Duration left = call.deadline().remaining(clock);
      if (!renewing.tryLock(left.toNanos(), TimeUnit.NANOSECONDS)) {
        throw MightyCallException.timeout("waiting for " + TokenRequests.OPERATION, null);
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw MightyCallException.timeout("waiting for " + TokenRequests.OPERATION, interrupted);
    }
  }
}
