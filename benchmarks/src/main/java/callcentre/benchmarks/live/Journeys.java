package callcentre.benchmarks.live;

import callcentre.benchmarks.live.Ledger.Arrival;
import callcentre.benchmarks.live.Ledger.Posted;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.function.ToLongFunction;

/**
 * The ways of events to clients, one for each client.
 *
 * @param posts when the events were posted, in nanoseconds of the machine
 * @param missing how many never arrived
 */
record Journeys(List<Long> posts, List<Journey> all, int missing) {

  /**
   * One event's way to one client, in nanoseconds.
   *
   * @param answered from the post to the receiver's answer
   * @param published from the post until live-publisher had the row in its hands
   * @param sent from there to the client
   */
  record Journey(long answered, long published, long sent, long whole) {}

  static Journey journey(Posted posted, long answeredNanos, Arrival arrival) {
    long whole = arrival.nanos() - posted.nanos();
    long published = Duration.between(posted.at(), arrival.publishedAt()).toNanos();
    return new Journey(answeredNanos - posted.nanos(), published, whole - published, whole);
  }

  /** The nearest rank of a share, in milliseconds; not a number when nothing arrived. */
  double millis(ToLongFunction<Journey> part, double share) {
    if (all.isEmpty()) {
      return Double.NaN;
    }
    long[] sorted = all.stream().mapToLong(part).sorted().toArray();
    return sorted[Math.max(0, (int) Math.ceil(share * sorted.length) - 1)] / 1e6;
  }

  /** From the first post to the last. */
  double seconds() {
    return posts.isEmpty() ? 0 : (Collections.max(posts) - Collections.min(posts)) / 1e9;
  }
}
