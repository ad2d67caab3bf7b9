package callcentre.cloud.faults;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.core.SdkResponse;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttribute;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;

/**
 * Lets requests of a client fail the way the real services fail and the embedded ones do not.
 *
 * <p>Either by script, one fault per request of an operation in order of sending (attempts of the
 * SDK count as requests):
 *
 * <pre>{@code
 * faults.next("dynamodb.TransactWriteItems", new Fault.TransactionConflict(), new Fault.None());
 * }</pre>
 *
 * <p>or at random with a seed. A script goes before chance.
 */
public final class FaultInjector implements ExecutionInterceptor {

  private static final ExecutionAttribute<Fault> FAULT =
      new ExecutionAttribute<>("callcentre.fault");

  private final Map<String, Deque<Fault>> scripts = new HashMap<>();
  private final List<Chance> chances = new ArrayList<>();
  private final List<Lag> lags = new CopyOnWriteArrayList<>();

  /**
   * Scripts the next requests of an operation, after those scripted before.
   *
   * @param operation {@code service.Operation}, e.g. {@code dynamodb.PutItem}
   * @param faults one for each of the next requests
   */
  public synchronized void next(String operation, Fault... faults) {
    scripts.computeIfAbsent(operation, name -> new ArrayDeque<>()).addAll(Arrays.asList(faults));
  }

  /**
   * Lets requests fail by chance.
   *
   * @param seed the same seed and the same order of requests give the same faults
   * @param probability of a fault for one request, 0.0 to 1.0
   * @param operations those that may fail
   * @param faults one of them is taken, each as likely as the others
   */
  public synchronized void atRandom(
      long seed, double probability, Set<String> operations, List<Fault> faults) {
    chances.add(new Chance(new Random(seed), probability, operations, List.copyOf(faults)));
  }

  /**
   * Hides items from an index as if it had not caught up.
   *
   * @param index name of the index
   * @param hidden true for each item that the index does not have yet
   */
  public void hideFromIndex(String index, Predicate<Map<String, AttributeValue>> hidden) {
    lags.add(new Lag(index, hidden));
  }

  /** Whether every scripted fault has happened: a test that scripts one wants it to. */
  public synchronized boolean isExhausted() {
    return scripts.values().stream().allMatch(Deque::isEmpty);
  }

  /** Ends all scripts, chances and lags. */
  public synchronized void clear() {
    scripts.clear();
    chances.clear();
    lags.clear();
  }

  @Override
  public void beforeTransmission(
      Context.BeforeTransmission context, ExecutionAttributes attributes) {
    Fault fault = draw(Operation.name(attributes));
    attributes.putAttribute(FAULT, fault);
    Failures.beforeSending(fault, context.request(), attributes);
  }

  @Override
  public void afterTransmission(Context.AfterTransmission context, ExecutionAttributes attributes) {
    Failures.afterSending(attributes.getAttribute(FAULT));
  }

  @Override
  public SdkResponse modifyResponse(
      Context.ModifyResponse context, ExecutionAttributes attributes) {
    SdkRequest request = context.request();
    if (request instanceof QueryRequest query
        && context.response() instanceof QueryResponse response
        && query.indexName() != null) {
      return lagging(query.indexName(), response);
    }
    return context.response();
  }

  private QueryResponse lagging(String index, QueryResponse response) {
    List<Map<String, AttributeValue>> visible =
        response.items().stream()
            .filter(item -> lags.stream().noneMatch(lag -> lag.hides(index, item)))
            .toList();
    int hidden = response.items().size() - visible.size();
    // What is only counted comes without items, and is counted still.
    return hidden == 0
        ? response
        : response.toBuilder().items(visible).count(response.count() - hidden).build();
  }

  private synchronized Fault draw(String operation) {
    Deque<Fault> script = scripts.get(operation);
    if (script != null && !script.isEmpty()) {
      return script.removeFirst();
    }
    for (Chance chance : chances) {
      if (chance.operations.contains(operation) && chance.strikes()) {
        return chance.pick();
      }
    }
    return new Fault.None();
  }

  private record Lag(String index, Predicate<Map<String, AttributeValue>> hidden) {
    boolean hides(String queried, Map<String, AttributeValue> item) {
      return index.equals(queried) && hidden.test(item);
    }
  }

  private record Chance(
      Random random, double probability, Set<String> operations, List<Fault> faults) {

    boolean strikes() {
      return random.nextDouble() < probability;
    }

    Fault pick() {
      return faults.get(random.nextInt(faults.size()));
    }
  }
}
