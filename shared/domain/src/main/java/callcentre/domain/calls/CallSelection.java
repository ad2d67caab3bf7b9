package callcentre.domain.calls;

import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;

/**
 * Which calls several filters choose together: of the directions named any, and of the outcomes
 * named any. {@code Incoming,Missed,Voicemail} are the incoming calls that were missed or left a
 * voicemail.
 *
 * @param directions all of them when no filter names one
 * @param statuses all of them when no filter names one
 */
public record CallSelection(Set<Direction> directions, Set<CallStatus> statuses) {

  /** Every call. */
  public static final CallSelection ALL =
      new CallSelection(EnumSet.allOf(Direction.class), EnumSet.allOf(CallStatus.class));

  public CallSelection {
    directions = Set.copyOf(directions);
    statuses = Set.copyOf(statuses);
  }

  /** What these filters choose; all calls when there are none. */
  public static CallSelection of(Collection<CallFilter> filters) {
    Set<Direction> directions = EnumSet.noneOf(Direction.class);
    Set<CallStatus> statuses = EnumSet.noneOf(CallStatus.class);
    for (CallFilter filter : filters) {
      directions.addAll(filter.directions());
      statuses.addAll(filter.statuses());
    }
    return new CallSelection(
        directions.isEmpty() ? ALL.directions : directions,
        statuses.isEmpty() ? ALL.statuses : statuses);
  }

  public boolean matches(Direction direction, CallStatus status) {
    return directions.contains(direction) && statuses.contains(status);
  }

  public boolean matches(Call call) {
    return matches(call.direction(), call.status());
  }

  /** Whether nothing is left out. */
  public boolean isAll() {
    return equals(ALL);
  }
}
