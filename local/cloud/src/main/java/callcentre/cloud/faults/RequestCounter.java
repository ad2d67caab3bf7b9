package callcentre.cloud.faults;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;

/**
 * Counts what clients send, attempts included, by {@code service.Operation}: {@code
 * dynamodb.GetItem}, {@code sqs.SendMessage}, {@code secretsmanager.GetSecretValue}.
 */
public final class RequestCounter implements ExecutionInterceptor {

  private static final Pattern READS =
      Pattern.compile("dynamodb\\.(Get|BatchGet|Query).*|.*GetSecret.*");

  private final Map<String, Integer> counts = new HashMap<>();

  @Override
  public void beforeTransmission(
      Context.BeforeTransmission context, ExecutionAttributes attributes) {
    synchronized (counts) {
      counts.merge(Operation.name(attributes), 1, Integer::sum);
    }
  }

  /** The requests since the last reset; operations never sent are absent. */
  public Map<String, Integer> counts() {
    synchronized (counts) {
      return Map.copyOf(counts);
    }
  }

  /** As {@link #counts}, without the operations that only read. */
  public Map<String, Integer> writes() {
    Map<String, Integer> writes = new TreeMap<>(counts());
    writes.keySet().removeIf(READS.asMatchPredicate());
    return writes;
  }

  /** The requests of one operation since the last reset. */
  public int count(String operation) {
    synchronized (counts) {
      return counts.getOrDefault(operation, 0);
    }
  }

  /** All requests since the last reset. */
  public int total() {
    synchronized (counts) {
      return counts.values().stream().mapToInt(Integer::intValue).sum();
    }
  }

  /** Starts again from nothing. */
  public void reset() {
    synchronized (counts) {
      counts.clear();
    }
  }
}
