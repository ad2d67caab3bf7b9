package callcentre.simulator.history;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A call of any direction.
 *
 * @param callerExtension the colleague who called, or null where the client did
 * @param callerName the name shown of whoever called, or null
 * @param called the parties that were dialled, in order
 * @param groupId the group that was rung, as {@code /team} names it, or null
 * @param rings how long it rang before it was answered or ended
 * @param lasts how long it lasted, in milliseconds; zero for one that nobody answered
 * @param recorded whether the talk was recorded
 * @param voicemail what the client left, or null
 */
public record PhoneCall(
    String requestId,
    String guid,
    Instant at,
    Origin origin,
    Client client,
    @Nullable String businessNumber,
    @Nullable String callerExtension,
    @Nullable String callerName,
    List<Leg> called,
    @Nullable String groupId,
    CallState state,
    Duration rings,
    Duration lasts,
    boolean recorded,
    @Nullable Voicemail voicemail,
    Marks firstMarks)
    implements Conversation {

  public PhoneCall {
    called = List.copyOf(called);
  }

  @Override
  public Instant endsAt() {
    return at.plus(rings).plus(lasts);
  }

  /** When somebody answered; empty when nobody did. */
  public Optional<Instant> respondedAt() {
    return state == CallState.CONNECTED ? Optional.of(at.plus(rings)) : Optional.empty();
  }

  /** Whether this extension called or was dialled. */
  public boolean concerns(String extension) {
    return extension.equals(callerExtension)
        || called.stream().anyMatch(leg -> extension.equals(leg.extension()));
  }

  /** Whether one of these extensions called or was dialled. */
  public boolean concernsAny(Set<String> extensions) {
    return extensions.stream().anyMatch(this::concerns);
  }

  /** The colleague whose call it is: the caller, else who talked first, else who was rung first. */
  public Optional<String> ownerExtension() {
    if (callerExtension != null) {
      return Optional.of(callerExtension);
    }
    return firstExtension(true).or(() -> firstExtension(false));
  }

  private Optional<String> firstExtension(boolean connectedOnly) {
    for (Leg leg : called) {
      if (leg.extension() != null && (leg.connected() || !connectedOnly)) {
        return Optional.of(leg.extension());
      }
    }
    return Optional.empty();
  }
}
