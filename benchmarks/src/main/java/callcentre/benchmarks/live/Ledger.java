package callcentre.benchmarks.live;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** When each event was posted, and when each client had the first message that shows it. */
final class Ledger {

  private final Map<Event, Posted> posted = new HashMap<>();
  private final Map<Event, Long> answered = new HashMap<>();
  private final Map<Event, Map<Listener, Arrival>> arrivals = new HashMap<>();

  /** An event that a row can show. */
  record Event(String call, Stage stage) {}

  /** The same moment on both clocks: one to measure with, one to compare with others' times. */
  record Posted(long nanos, Instant at) {}

  /**
   * A message in a client's hands.
   *
   * @param publishedAt when live-publisher began with the batch, as the message says
   */
  record Arrival(long nanos, Instant publishedAt) {}

  synchronized void posted(Event event, Posted when) {
    posted.putIfAbsent(event, when);
  }

  synchronized void answered(Event event, long nanos) {
    answered.putIfAbsent(event, nanos);
    notifyAll();
  }

  /** A row shows with the present stage those before it. */
  synchronized void arrived(Listener listener, String call, Stage shown, Arrival arrival) {
    for (Stage stage : Stage.values()) {
      if (stage.compareTo(shown) <= 0) {
        arrivals
            .computeIfAbsent(new Event(call, stage), first -> new HashMap<>())
            .putIfAbsent(listener, arrival);
      }
    }
    notifyAll();
  }

  /** Waits until every client has seen the end of these calls; false when it took too long. */
  synchronized boolean await(Collection<String> calls, int listeners, Duration patience)
      throws InterruptedException {
    long end = System.nanoTime() + patience.toNanos();
    while (!calls.stream().allMatch(call -> isSeen(new Event(call, Stage.ENDED), listeners))) {
      long left = end - System.nanoTime();
      if (left <= 0) {
        return false;
      }
      TimeUnit.NANOSECONDS.timedWait(this, left);
    }
    return true;
  }

  private boolean isSeen(Event event, int listeners) {
    return answered.containsKey(event)
        && arrivals.getOrDefault(event, Map.of()).size() == listeners;
  }

  /** What these calls' events met on their way to these clients. */
  synchronized Journeys journeys(Collection<String> calls, Collection<Listener> listeners) {
    List<Journeys.Journey> journeys = new ArrayList<>();
    List<Long> posts = new ArrayList<>();
    int missing = 0;
    for (String call : calls) {
      for (Stage stage : Stage.values()) {
        Event event = new Event(call, stage);
        Optional<Posted> sent = Optional.ofNullable(posted.get(event));
        Optional<Long> taken = Optional.ofNullable(answered.get(event));
        sent.map(Posted::nanos).ifPresent(posts::add);
        Map<Listener, Arrival> seen = arrivals.getOrDefault(event, Map.of());
        for (Listener listener : listeners) {
          Optional<Journeys.Journey> journey =
              Optional.ofNullable(seen.get(listener))
                  .flatMap(
                      arrival ->
                          sent.flatMap(
                              start ->
                                  taken.map(answer -> Journeys.journey(start, answer, arrival))));
          journey.ifPresent(journeys::add);
          missing += journey.isPresent() ? 0 : 1;
        }
      }
    }
    return new Journeys(posts, journeys, missing);
  }
}
