package callcentre.runner.streams;

import callcentre.runner.events.Chaos;
import callcentre.runner.events.DeliveryConditions;
import callcentre.runner.process.Invoker;
import callcentre.runner.process.Outcome;
import callcentre.runner.process.WorkGate;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Consumer;

/**
 * Delivers a batch of a shard until all of it succeeded or was given up. While it tries again,
 * nothing else of the shard is delivered, as at AWS.
 */
final class BatchDelivery {

  private static final int LONGEST_DELAY_MILLIS = 3_000;
  private static final Duration FIRST_PAUSE = Duration.ofMillis(200);
  private static final int MOST_DOUBLINGS = 4;

  private final StreamMapping mapping;
  private final Invoker functions;
  private final DeliveryConditions conditions;
  private final WorkGate gate;
  private final GivenUp givenUp;

  BatchDelivery(
      StreamMapping mapping,
      Invoker functions,
      DeliveryConditions conditions,
      WorkGate gate,
      GivenUp givenUp) {
    this.mapping = mapping;
    this.functions = functions;
    this.conditions = conditions;
    this.gate = gate;
    this.givenUp = givenUp;
  }

  /** A batch or a part of one; {@code tries} came before. */
  private record Part(List<JsonNode> records, int tries) {}

  /**
   * @param done told of every part that needs no further delivery, in order
   * @return false when the program stops meanwhile: what is not done comes again at the next start
   */
  boolean deliver(String shard, List<JsonNode> batch, Consumer<List<JsonNode>> done)
      throws InterruptedException {
    if (conditions.chaos().contains(Chaos.DELAY)) {
      Thread.sleep(conditions.random().nextInt(LONGEST_DELAY_MILLIS));
    }
    Deque<Part> parts = new ArrayDeque<>();
    if (conditions.chaos().contains(Chaos.SPLIT)) {
      batch.forEach(record -> parts.add(new Part(List.of(record), 0)));
    } else {
      parts.add(new Part(batch, 0));
    }
    if (conditions.chaos().contains(Chaos.RETRY)) {
      // It ran, and its answer is lost.
      parts.forEach(part -> invoke(part.records()));
    }
    while (!parts.isEmpty()) {
      if (gate.closed()) {
        return false;
      }
      Part part = parts.pop();
      Outcome outcome = invoke(part.records());
      int succeeded = succeeded(outcome, part.records());
      if (succeeded > 0) {
        done.accept(part.records().subList(0, succeeded));
      }
      if (succeeded < part.records().size()) {
        Part rest =
            new Part(part.records().subList(succeeded, part.records().size()), part.tries());
        again(shard, rest, succeeded == 0, outcome, parts, done);
      }
    }
    return true;
  }

  private void again(
      String shard,
      Part rest,
      boolean whole,
      Outcome outcome,
      Deque<Part> parts,
      Consumer<List<JsonNode>> done)
      throws InterruptedException {
    int size = rest.records().size();
    if (outcome instanceof Outcome.Throttled) {
      pause(rest.tries());
      parts.push(rest);
    } else if (whole && mapping.failures().bisect() && size > 1) {
      // Cutting in two does not count as a try (AWS: "Retain discarded batches").
      parts.push(new Part(rest.records().subList(size / 2, size), rest.tries()));
      parts.push(new Part(rest.records().subList(0, size / 2), rest.tries()));
    } else if (mapping.failures().retries().filter(most -> rest.tries() >= most).isPresent()) {
      complain(size + " records are given up after " + (rest.tries() + 1) + " tries");
      givenUp.tell(shard, rest.records(), rest.tries() + 1);
      done.accept(rest.records());
    } else {
      pause(rest.tries());
      parts.push(new Part(rest.records(), rest.tries() + 1));
    }
  }

  private Outcome invoke(List<JsonNode> records) {
    byte[] event = StreamEvent.of(records);
    if (conditions.chaos().contains(Chaos.DUPLICATE)) {
      functions.invoke(mapping.function(), event);
    }
    return functions.invoke(mapping.function(), event);
  }

  private int succeeded(Outcome outcome, List<JsonNode> records) {
    return switch (outcome) {
      case Outcome.Answer(byte[] answer) -> {
        if (!mapping.failures().partial()) {
          yield records.size();
        }
        OptionalInt first = StreamEvent.firstFailed(answer, records);
        if (first.isEmpty()) {
          complain("its answer names no known records; the whole batch comes again");
        }
        yield first.orElse(0);
      }
      case Outcome.Failure(String type, String message) -> {
        complain(records.size() + " records come again: " + type + ": " + message);
        yield 0;
      }
      case Outcome.Throttled() -> {
        complain(records.size() + " records come again: throttled");
        yield 0;
      }
    };
  }

  private void complain(String what) {
    conditions.complaints().accept("Function " + mapping.function() + ": " + what);
  }

  private static void pause(int tries) throws InterruptedException {
    Thread.sleep(FIRST_PAUSE.multipliedBy(1L << Math.min(tries, MOST_DOUBLINGS)));
  }
}
