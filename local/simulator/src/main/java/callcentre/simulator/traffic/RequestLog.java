package callcentre.simulator.traffic;

import callcentre.simulator.http.Request;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/** The last 1,000 requests in the order of their arrival, and counts of all of them. */
public final class RequestLog {

  /** How many requests are remembered one by one. */
  public static final int CAPACITY = 1_000;

  private static final Pattern SECRET =
      Pattern.compile("(?i)([^&=]*(?:key|secret|token|client_id)[^&=]*=)[^&]*");

  /** The place of one request in the log, filled in as the request goes on. */
  public final class Entry {
    private RequestRecord state;

    private Entry(RequestRecord state) {
      this.state = state;
    }

    /** Notes which fault is applied. */
    public void faulted(String faultId) {
      change(record -> record.withFault(faultId));
    }

    /** Notes the status of the answer. */
    public void answered(int status) {
      change(record -> record.withStatus(status));
    }

    private void change(UnaryOperator<RequestRecord> change) {
      synchronized (RequestLog.this) {
        state = change.apply(state);
      }
    }
  }

  private final InstantSource clock;
  private final Deque<Entry> entries = new ArrayDeque<>();
  private final Map<String, Map<String, Long>> counts = new TreeMap<>();

  /** An empty log. */
  public RequestLog(InstantSource clock) {
    this.clock = clock;
  }

  /** Counts a request as soon as it is there, so that one that hangs is seen too. */
  public synchronized Entry arrived(Request request, String template) {
    RequestRecord record =
        new RequestRecord(
            clock.instant(),
            request.method(),
            request.path(),
            template,
            SECRET.matcher(request.query()).replaceAll("$1***"),
            null,
            null);
    Entry entry = new Entry(record);
    entries.addLast(entry);
    if (entries.size() > CAPACITY) {
      entries.removeFirst();
    }
    counts
        .computeIfAbsent(template, path -> new TreeMap<>())
        .merge(request.method(), 1L, Long::sum);
    return entry;
  }

  /** The remembered requests, oldest first. */
  public synchronized List<RequestRecord> records() {
    return entries.stream().map(entry -> entry.state).toList();
  }

  /** How many requests of this method came to routes with this template since the last clear. */
  public synchronized long count(String method, String template) {
    return counts.getOrDefault(template, Map.of()).getOrDefault(method, 0L);
  }

  /** How many requests came since the last clear. */
  public synchronized long total() {
    return counts.values().stream()
        .flatMap(byMethod -> byMethod.values().stream())
        .mapToLong(Long::longValue)
        .sum();
  }

  /** Counts by method and template, sorted by template. */
  public synchronized List<RouteCount> counts() {
    return counts.entrySet().stream()
        .flatMap(
            route ->
                route.getValue().entrySet().stream()
                    .map(m -> new RouteCount(m.getKey(), route.getKey(), m.getValue())))
        .toList();
  }

  /** Forgets all requests and sets the counts to zero. */
  public synchronized void clear() {
    entries.clear();
    counts.clear();
  }
}
