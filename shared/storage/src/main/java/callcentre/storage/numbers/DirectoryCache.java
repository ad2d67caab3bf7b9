package callcentre.storage.numbers;

import callcentre.aws.Priming;
import callcentre.domain.ownership.NumberDirectory;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/**
 * The directory of numbers as a process remembers it (design: "numbers and assignments (60 s,
 * version item)"). Within its age it costs no request, after that 1 as long as no assignment
 * changed, else 2.
 */
public final class DirectoryCache {

  /** How old an answer may be. */
  public static final Duration AGE = Duration.ofSeconds(60);

  private final NumberAssignmentRepository assignments;
  private final InstantSource clock;
  private @Nullable Directory known;
  private Instant checkedAt = Instant.EPOCH;

  public DirectoryCache(NumberAssignmentRepository assignments, InstantSource clock) {
    this.assignments = assignments;
    this.clock = clock;
  }

  /** The directory, at most {@link #AGE} old. */
  public synchronized NumberDirectory get() {
    Directory held = known;
    if (held != null && clock.instant().isBefore(checkedAt.plus(AGE))) {
      return held.numbers();
    }
    return current().numbers();
  }

  /** The directory as it is now; for decisions, and after an own change. */
  public synchronized Directory current() {
    Instant now = clock.instant();
    Directory held = known;
    Directory fresh = held == null ? assignments.directory() : assignments.refresh(held);
    if (!Priming.isActive()) {
      known = fresh;
      checkedAt = now;
    }
    return fresh;
  }
}
