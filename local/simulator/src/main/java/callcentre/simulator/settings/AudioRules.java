package callcentre.simulator.settings;

import org.jspecify.annotations.Nullable;

/**
 * How recordings and voicemails are served (reference 3.10).
 *
 * @param ranges whether {@code Range} is honoured; a server that ignores it answers the whole file
 * @param linkLifetimeSeconds how long a link is good after it was listed; 0 for ever
 * @param expiredStatus what an expired link is answered: 403 or 404
 * @param lengthSeconds how long every file is; null for as long as the talk was
 * @param singleSlashLinks whether links begin with {@code http:/host} (reference 3.10, B weak)
 */
public record AudioRules(
    boolean ranges,
    int linkLifetimeSeconds,
    int expiredStatus,
    @Nullable Integer lengthSeconds,
    boolean singleSlashLinks) {

  public AudioRules {
    if (linkLifetimeSeconds < 0) {
      throw new IllegalArgumentException("linkLifetimeSeconds is negative; give 0 or more");
    }
  }

  /** Ranges, links that never expire (403 if they do), true lengths. */
  public static AudioRules defaults() {
    return new AudioRules(true, 0, 403, null, false);
  }

  public AudioRules withRanges(boolean honoured) {
    return new AudioRules(
        honoured, linkLifetimeSeconds, expiredStatus, lengthSeconds, singleSlashLinks);
  }

  public AudioRules withLinkLifetimeSeconds(int seconds) {
    return new AudioRules(ranges, seconds, expiredStatus, lengthSeconds, singleSlashLinks);
  }

  public AudioRules withExpiredStatus(int status) {
    return new AudioRules(ranges, linkLifetimeSeconds, status, lengthSeconds, singleSlashLinks);
  }

  public AudioRules withLengthSeconds(@Nullable Integer seconds) {
    return new AudioRules(ranges, linkLifetimeSeconds, expiredStatus, seconds, singleSlashLinks);
  }

  public AudioRules withSingleSlashLinks(boolean single) {
    return new AudioRules(ranges, linkLifetimeSeconds, expiredStatus, lengthSeconds, single);
  }
}
