package callcentre.simulator.tokens;

import callcentre.simulator.settings.TokenRules;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** Issues, refreshes and recognises tokens. A refresh is one step: of two, one rotates. */
public final class TokenStore {

  private static final int ACCESS_BYTES = 525;
  private static final int REFRESH_BYTES = 32;

  private record Access(Grant grant, Instant expiresAt) {}

  private final InstantSource clock;
  private RandomGenerator random;
  private final Map<String, Access> accessTokens = new HashMap<>();
  private final Map<String, Grant> refreshTokens = new HashMap<>();
  private long issued;
  private long refreshed;

  /** A store that draws its tokens from {@code random}, which nobody else may draw from. */
  public TokenStore(InstantSource clock, RandomGenerator random) {
    this.clock = clock;
    this.random = random;
  }

  /** A new pair of tokens for this grant. */
  public synchronized IssuedToken issue(Grant grant, TokenRules rules) {
    issued++;
    return newPair(grant, rules);
  }

  /** A new pair for a refresh token, or empty when that one is unknown or was used. */
  public synchronized Optional<IssuedToken> refresh(String refreshToken, TokenRules rules) {
    Grant grant = refreshTokens.get(refreshToken);
    if (grant == null) {
      return Optional.empty();
    }
    if (rules.singleUseRefresh()) {
      refreshTokens.remove(refreshToken);
    }
    refreshed++;
    return Optional.of(newPair(grant, rules));
  }

  /** Whom this refresh token acts for, without using it. */
  public synchronized Optional<Grant> grantOfRefresh(String refreshToken) {
    return Optional.ofNullable(refreshTokens.get(refreshToken));
  }

  /** Whom this access token acts for, or empty when it is unknown or has expired. */
  public synchronized Optional<Grant> grantOf(String accessToken) {
    return Optional.ofNullable(accessTokens.get(accessToken))
        .filter(access -> clock.instant().isBefore(access.expiresAt()))
        .map(Access::grant);
  }

  /** Makes every access token unknown, and every refresh token too when asked to. */
  public synchronized void revoke(boolean refreshTokensToo) {
    accessTokens.clear();
    if (refreshTokensToo) {
      refreshTokens.clear();
    }
  }

  /** Forgets everything and draws from {@code newRandom} from now on. */
  public synchronized void reset(RandomGenerator newRandom) {
    revoke(true);
    random = newRandom;
    issued = 0;
    refreshed = 0;
  }

  /** How many pairs were given for a key and secret. */
  public synchronized long issuedCount() {
    return issued;
  }

  /** How many pairs were given for a refresh token. */
  public synchronized long refreshedCount() {
    return refreshed;
  }

  private IssuedToken newPair(Grant grant, TokenRules rules) {
    Instant now = clock.instant();
    accessTokens.values().removeIf(access -> !now.isBefore(access.expiresAt()));
    String accessToken = newAccessToken();
    String refreshToken = newRefreshToken();
    accessTokens.put(accessToken, new Access(grant, now.plusSeconds(rules.lifetimeSeconds())));
    refreshTokens.put(refreshToken, grant);
    return new IssuedToken(accessToken, refreshToken, rules.lifetimeSeconds());
  }

  private String newAccessToken() {
    byte[] bytes = new byte[ACCESS_BYTES];
    random.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  /** Drawn again until it holds what must be percent-encoded, so that no client gets by on luck. */
  private String newRefreshToken() {
    byte[] bytes = new byte[REFRESH_BYTES];
    String token;
    do {
      random.nextBytes(bytes);
      token = Base64.getEncoder().encodeToString(bytes);
    } while (!token.contains("+") || !token.contains("/"));
    return token;
  }
}
