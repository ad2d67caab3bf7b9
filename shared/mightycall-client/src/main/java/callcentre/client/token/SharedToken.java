package callcentre.client.token;

import callcentre.client.error.MightyCallException;
import callcentre.client.http.ProviderCall;
import callcentre.storage.leases.LeaseRepository;
import callcentre.storage.leases.LeaseState;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/**
 * The token that all processes share (design: "Credentials, token, budget"). It lies in a secret;
 * the lease names the version that counts, whatever the secret's labels say, and lets one process
 * at a time renew it ({@link TokenRenewal}). The others wait for the version that it publishes.
 */
final class SharedToken {

  private static final int MOST_DOUBLINGS = 3;

  private final Supplier<CredentialsRef> ref;
  private final CredentialsSource credentials;
  private final TokenRenewal renewal;
  private final PublishedToken published;
  private final LeaseRepository leases;
  private final TokenTiming timing;
  private final InstantSource clock;
  private final RandomGenerator random;
  private final Consumer<Duration> pause;

  SharedToken(
      Supplier<CredentialsRef> ref,
      CredentialsSource credentials,
      TokenRenewal renewal,
      TokenSource.Parts parts) {
    this.ref = ref;
    this.credentials = credentials;
    this.renewal = renewal;
    this.published = new PublishedToken(ref, parts.secrets());
    this.leases = parts.leases();
    this.timing = parts.timing();
    this.clock = parts.clock();
    this.random = parts.random();
    this.pause = parts.pause();
  }

  /**
   * The published token, or a new one where there is none, it ends soon, or it was refused.
   *
   * @param refused the version that a 401 was about; another one is not renewed because of it
   * @throws MightyCallException when there is no token to be had, or not in time
   */
  SignIn obtain(Optional<String> refused, ProviderCall call) {
    Credentials known = credentials.read();
    int waits = 0;
    while (true) {
      Instant now = clock.instant();
      LeaseState state = leases.read(ref.get().leaseName(), now);
      Optional<SignIn> last = published(state, known);
      Optional<SignIn> good = good(last, refused, now);
      if (good.isPresent() && !isDue(good.get().token(), now)) {
        return good.get();
      }
      Optional<TokenCooldown> cooldown = TokenCooldown.in(state, known.fingerprint(), now);
      boolean othersToken =
          last.isPresent() && !last.get().token().fingerprint().equals(known.fingerprint());
      if (good.isEmpty() && (cooldown.isPresent() || othersToken)) {
        Credentials fresh = credentials.readAgain();
        if (!fresh.equals(known)) {
          known = fresh;
          continue;
        }
      }
      if (good.isPresent() && (cooldown.isPresent() || state.holder().isPresent())) {
        return good.get();
      }
      if (cooldown.isPresent()) {
        throw cooldown.get().toException(known);
      }
      if (state.holder().isPresent()) {
        waitForHolder(call, waits++);
        continue;
      }
      Optional<SignIn> renewed = renewal.tryToRenew(state, known, last, good, call);
      if (renewed.isPresent()) {
        return renewed.get();
      }
      known = credentials.read();
    }
  }

  /** Whether a token is near enough to its end to be renewed early. */
  private boolean isDue(AccessToken token, Instant now) {
    return !now.isBefore(token.expiresAt().minus(earlyWindow(token).multipliedBy(2)));
  }

  /** Half of the time before its end in which a token is renewed. */
  Duration earlyWindow(AccessToken token) {
    Duration twentieth = Duration.between(token.obtainedAt(), token.expiresAt()).dividedBy(20);
    return twentieth.compareTo(timing.early()) < 0 ? twentieth : timing.early();
  }

  private static Optional<SignIn> good(
      Optional<SignIn> last, Optional<String> refused, Instant now) {
    return last.filter(
        signIn ->
            signIn.token().isGood(signIn.credentials().fingerprint(), now)
                && refused.filter(signIn.versionId()::equals).isEmpty());
  }

  private Optional<SignIn> published(LeaseState state, Credentials known) {
    return state
        .currentVersionId()
        .flatMap(
            versionId ->
                published.read(versionId).map(token -> new SignIn(known, token, versionId)));
  }

  /** Ever longer, so that many who wait do not keep the table busy. */
  private void waitForHolder(ProviderCall call, int waits) {
    long millis = timing.poll().toMillis() << Math.min(waits, MOST_DOUBLINGS);
    Duration next = Duration.ofMillis(millis + random.nextLong(millis + 1));
    Duration left = call.deadline().remaining(clock);
    if (next.compareTo(left) >= 0) {
      throw MightyCallException.timeout(
          "waiting for another process's " + TokenRequests.OPERATION, null);
    }
    pause.accept(next);
  }
}
