package callcentre.functions.syncworker;

import callcentre.domain.sync.DatasetRun;
import java.time.Duration;
import java.util.Optional;

/**
 * What a pull came to.
 *
 * @param run final, unless another worker goes on
 * @param cursor where the next pull goes on after a success
 * @param goesOnAfter when another worker goes on with the same run; empty when it is over
 */
record Pulled(DatasetRun run, Optional<String> cursor, Optional<Duration> goesOnAfter) {

  static Pulled ended(DatasetRun run, Optional<String> cursor) {
    return new Pulled(run, cursor, Optional.empty());
  }

  static Pulled goesOn(DatasetRun run, Duration after) {
    return new Pulled(run, Optional.empty(), Optional.of(after));
  }
}
