package callcentre.functions.operations.events;

import java.util.Optional;

/**
 * The body of a replay; none is as good as an empty one.
 *
 * @param release whether a quarantined event is believed from now on
 */
record ReplayBody(Optional<Boolean> release) {

  static final ReplayBody NONE = new ReplayBody(Optional.empty());

  boolean releases() {
    return release.orElse(false);
  }
}
