package callcentre.views;

import callcentre.domain.people.Extension;
import callcentre.domain.people.User;
import callcentre.domain.presence.Presence;
import callcentre.domain.presence.PresenceEvidence;
import callcentre.domain.presence.PresenceRules;
import callcentre.domain.presence.PresenceSource;
import callcentre.domain.presence.PresenceState;
import callcentre.domain.presence.StatusFact;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.Optional;

/**
 * What a user does, as answers show it.
 *
 * @param status what the user has set, as far as it is still known
 * @param statusAsOf when it was asked for or set; empty while it is unknown
 * @param since since when it is so; empty while nothing is known
 * @param validUntil when it ends unless something else is told
 */
public record PresenceView(
    @JsonProperty("userId") String userId,
    String displayName,
    Optional<Extension> extension,
    String status,
    Optional<Instant> statusAsOf,
    String presence,
    String source,
    Optional<Instant> since,
    Optional<Instant> validUntil,
    Instant asOf) {

  /** What the evidence says at a moment. */
  public static PresenceView of(Person person, PresenceEvidence evidence, Instant now) {
    Presence presence = evidence.at(now, PresenceRules.USUAL);
    Optional<StatusFact> status = evidence.statusAt(now, PresenceRules.USUAL);
    return new PresenceView(
        person.userId(),
        person.displayName(),
        person.extension(),
        status.map(fact -> fact.status().wireName()).orElse(PresenceState.UNKNOWN.wireName()),
        status.map(StatusFact::observedAt),
        presence.state().wireName(),
        presence.source().wireName(),
        presence.since(),
        presence.validUntil(),
        now);
  }

  /** Of somebody without an extension nothing can be known. */
  public static PresenceView unknown(Person person, Instant now) {
    return new PresenceView(
        person.userId(),
        person.displayName(),
        Optional.empty(),
        PresenceState.UNKNOWN.wireName(),
        Optional.empty(),
        PresenceState.UNKNOWN.wireName(),
        PresenceSource.NONE.wireName(),
        Optional.empty(),
        Optional.empty(),
        now);
  }

  /** Whoever is looked at. */
  public record Person(String userId, String displayName, Optional<Extension> extension) {

    /** A user, with the extension that they hold now. */
    public static Person of(User user) {
      return new Person(user.id(), user.displayName(), user.currentExtension());
    }
  }
}
