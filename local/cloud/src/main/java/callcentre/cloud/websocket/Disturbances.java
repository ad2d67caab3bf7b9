package callcentre.cloud.websocket;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** What can go wrong when a function posts, made to happen. */
public final class Disturbances {

  private final Map<String, Duration> slow = new ConcurrentHashMap<>();
  private final Set<String> gone = ConcurrentHashMap.newKeySet();
  private final AtomicInteger throttled = new AtomicInteger();
  private final AtomicInteger broken = new AtomicInteger();

  Disturbances() {}

  /** Posts to this connection are answered only after this time: a client that reads slowly. */
  public void slow(String connectionId, Duration delay) {
    slow.put(connectionId, delay);
  }

  /** Posts to this connection are answered 410, whatever its socket says. */
  public void gone(String connectionId) {
    gone.add(connectionId);
  }

  /** The next requests to the management API are answered 429. */
  public void throttle(int requests) {
    throttled.set(requests);
  }

  /** The next requests to the management API are answered 500. */
  public void fail(int requests) {
    broken.set(requests);
  }

  /** Ends all of it. */
  public void clear() {
    slow.clear();
    gone.clear();
    throttled.set(0);
    broken.set(0);
  }

  boolean takeThrottled() {
    return take(throttled);
  }

  boolean takeBroken() {
    return take(broken);
  }

  boolean isGone(String connectionId) {
    return gone.contains(connectionId);
  }

  Duration delay(String connectionId) {
    return slow.getOrDefault(connectionId, Duration.ZERO);
  }

  private static boolean take(AtomicInteger left) {
    return left.getAndUpdate(count -> Math.max(0, count - 1)) > 0;
  }
}
