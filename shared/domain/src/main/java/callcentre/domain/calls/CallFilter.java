package callcentre.domain.calls;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * The values of the query parameter {@code callFilter} (contract: {@code GET …/calls}) and what
 * each means: either directions or outcomes.
 */
public enum CallFilter {
  INCOMING(EnumSet.of(Direction.INCOMING), EnumSet.noneOf(CallStatus.class)),
  OUTGOING(EnumSet.of(Direction.OUTGOING), EnumSet.noneOf(CallStatus.class)),
  INTERNAL(EnumSet.of(Direction.INTERNAL), EnumSet.noneOf(CallStatus.class)),
  CALLBACK(EnumSet.of(Direction.CALLBACK), EnumSet.noneOf(CallStatus.class)),
  CONNECTED(EnumSet.noneOf(Direction.class), EnumSet.of(CallStatus.CONNECTED)),
  /** Nobody answered, whoever called. */
  MISSED(EnumSet.noneOf(Direction.class), EnumSet.of(CallStatus.MISSED, CallStatus.NO_ANSWER)),
  VOICEMAIL(EnumSet.noneOf(Direction.class), EnumSet.of(CallStatus.VOICEMAIL)),
  DROPPED(EnumSet.noneOf(Direction.class), EnumSet.of(CallStatus.DROPPED)),
  CANCELED(EnumSet.noneOf(Direction.class), EnumSet.of(CallStatus.CANCELED));

  private final Set<Direction> directions;
  private final Set<CallStatus> statuses;

  CallFilter(Set<Direction> directions, Set<CallStatus> statuses) {
    this.directions = Set.copyOf(directions);
    this.statuses = Set.copyOf(statuses);
  }

  /** The directions that it names; empty when it names outcomes. */
  public Set<Direction> directions() {
    return directions;
  }

  /** The outcomes that it names; empty when it names directions. */
  public Set<CallStatus> statuses() {
    return statuses;
  }

  /** The name in queries, for example {@code Incoming}. */
  public String wireName() {
    return name().charAt(0) + name().substring(1).toLowerCase(Locale.ROOT);
  }

  /** The filter of this name in any case; empty when there is none. */
  public static Optional<CallFilter> ofWireName(String name) {
    return Arrays.stream(values())
        .filter(filter -> filter.name().equals(name.strip().toUpperCase(Locale.ROOT)))
        .findFirst();
  }
}
