package callcentre.functions.authorizer.keys;

import com.nimbusds.jose.jwk.JWK;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The issuer's keys as this process remembers them. They are fetched again when they are old and
 * when a token names a key that is not among them; both at most once per {@link #RETRY_AFTER}, so
 * that made-up key ids cannot make this function hammer the issuer.
 *
 * <p>When the issuer cannot be reached, the last good keys go on serving for as long as the process
 * lives, which Lambda bounds to hours.
 */
public final class KeySetCache {

  static final Duration TIME_TO_LIVE = Duration.ofMinutes(10);
  static final Duration RETRY_AFTER = Duration.ofSeconds(30);

  /** Without any key nobody can sign in: then it is worth asking more often. */
  static final Duration FIRST_RETRY_AFTER = Duration.ofSeconds(2);

  private static final Logger LOG = LoggerFactory.getLogger(KeySetCache.class);

  /** Where a set of keys comes from. */
  @FunctionalInterface
  public interface Source {

    /**
     * The usable signing keys that are published now.
     *
     * @return at least one
     * @throws IOException when they cannot be fetched or read
     */
    List<JWK> fetch() throws IOException;
  }

  private final Source source;
  private final InstantSource clock;
  private List<JWK> keys = List.of();
  private Instant freshUntil = Instant.MIN;
  private @Nullable Instant askedAt;

  public KeySetCache(Source source, InstantSource clock) {
    this.source = source;
    this.clock = clock;
  }

  /**
   * The keys that fit; asks the issuer when none do.
   *
   * @throws KeysUnavailableException when no set of keys was ever fetched
   */
  synchronized List<JWK> find(Predicate<JWK> fits) {
    Instant now = clock.instant();
    if (!now.isBefore(freshUntil)) {
      refresh(now);
    }
    List<JWK> found = keys.stream().filter(fits).toList();
    if (found.isEmpty() && refresh(now)) {
      found = keys.stream().filter(fits).toList();
    }
    return found;
  }

  /** Whether a new set came in. */
  private boolean refresh(Instant now) {
    if (!mayAsk(now)) {
      if (keys.isEmpty()) {
        throw new KeysUnavailableException("the issuer's keys could not be fetched a moment ago");
      }
      return false;
    }
    askedAt = now;
    try {
      keys = source.fetch();
      freshUntil = now.plus(TIME_TO_LIVE);
      return true;
    } catch (IOException failure) {
      if (keys.isEmpty()) {
        throw new KeysUnavailableException("the issuer's keys cannot be fetched", failure);
      }
      LOG.atWarn()
          .addKeyValue("kept_keys", keys.size())
          .setCause(failure)
          .log("The issuer's keys cannot be fetched; the last good ones go on serving");
      freshUntil = now.plus(RETRY_AFTER);
      return false;
    }
  }

  private boolean mayAsk(Instant now) {
    Instant asked = askedAt;
    Duration pause = keys.isEmpty() ? FIRST_RETRY_AFTER : RETRY_AFTER;
    return asked == null || !now.isBefore(asked.plus(pause));
  }
}
