package callcentre.live.rows;

import callcentre.aws.Priming;
import callcentre.domain.people.User;
import callcentre.storage.database.Database;
import callcentre.storage.database.TableVersion;
import callcentre.storage.people.UserRepository;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/**
 * Who answers where now, as a process remembers it. Within its age it costs no request, after that
 * 1 as long as no user changed, else 2.
 */
public final class Colleagues {

  /** How old an answer may be: that of the directory of numbers. */
  static final Duration AGE = Duration.ofSeconds(60);

  private final UserRepository users;
  private final TableVersion version;
  private final InstantSource clock;
  private List<User> known = List.of();
  private Optional<Long> knownVersion = Optional.empty();
  private Instant checkedAt = Instant.EPOCH;

  public Colleagues(Database database, InstantSource clock) {
    this.users = new UserRepository(database);
    this.version = UserRepository.version(database);
    this.clock = clock;
  }

  /** Everybody who answers somewhere, at most {@link #AGE} old. */
  public synchronized List<User> all() {
    Instant now = clock.instant();
    if (knownVersion.isPresent() && now.isBefore(checkedAt.plus(AGE))) {
      return known;
    }
    // Read before the users: what changes in between is found by the next look.
    long current = version.read();
    List<User> fresh =
        knownVersion.filter(held -> held == current).isPresent()
            ? known
            : users.all().stream().filter(user -> user.currentExtension().isPresent()).toList();
    if (!Priming.isActive()) {
      known = fresh;
      knownVersion = Optional.of(current);
      checkedAt = now;
    }
    return fresh;
  }
}
