package callcentre.functions.webhookreceiver;

import static org.assertj.core.api.Assertions.assertThat;

import callcentre.cloud.Cloud;
import callcentre.cloud.CloudExtension;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntConsumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** How many events a second the receiver takes; run by {@code benchmarks/webhooks}. */
@ExtendWith(CloudExtension.class)
class ReceiverMeasurement {

  private static final int EVENTS = Integer.getInteger("measure.events", 5_000);
  private static final int THREADS = 2;
  private static final int ROUNDS = 3;
  private static final Path REPORT = Path.of("target", "receiver-measurement.md");

  private final Bench bench;
  private final Cloud cloud;
  private final String bareTable;
  private final List<Long> receiverNanos = new ArrayList<>();
  private final List<Long> bareNanos = new ArrayList<>();
  private final List<Double> receiverRates = new ArrayList<>();
  private final List<Double> bareRates = new ArrayList<>();

  ReceiverMeasurement(Cloud cloud) {
    this.cloud = cloud;
    this.bench = new Bench(cloud);
    this.bareTable = new Bench(cloud).table();
  }

  /** Rounds take turns, so that what else the machine does meets both. */
  @Test
  void eventsASecondBesideABarePutItemLoop() throws Exception {
    run(EVENTS / 5, this::receive, new ArrayList<>());
    run(EVENTS / 5, this::put, new ArrayList<>());
    for (int round = 0; round < ROUNDS; round++) {
      bareRates.add(run(EVENTS / ROUNDS, this::put, bareNanos));
      receiverRates.add(run(EVENTS / ROUNDS, this::receive, receiverNanos));
    }
    String report =
        "| row | events | events a second | p50 ms | p99 ms |\n|---|---|---|---|---|\n"
            + row("bare PutItem of the same item", bareRates, bareNanos)
            + row("receiver", receiverRates, receiverNanos);
    Files.writeString(REPORT, report);
  }

  private void receive(int number) {
    String call = new UUID(0x5ca1ab1eL << 32 | number, System.nanoTime()).toString();
    int status =
        bench.post(Bench.TOKEN, Bench.event(Bench.KEY, call, number % 3_600)).getStatusCode();
    assertThat(status).isEqualTo(200);
  }

  private void put(int number) {
    String call = new UUID(number, System.nanoTime()).toString();
    Map<String, AttributeValue> item =
        Map.ofEntries(
            text("call_id", call),
            text("event", "2026-09-14T16:20:06.514Z#IncomingCallRinging#101#" + call),
            text("hour", "2026-09-14T16#" + number % 8),
            text("received", "2026-09-14T16:20:06.734Z#" + call),
            text("type", "IncomingCallRinging"),
            text("call", call),
            text("extension", "101"),
            text("timestamp", "2026-09-14T16:20:06.5140000Z"),
            text("from", "+13475550123"),
            text("to", "+12125550147"),
            text("body", Bench.event("***", call, number % 3_600)),
            text("received_at", "2026-09-14T16:20:06.734Z"),
            text("status", "received"));
    cloud.dynamoDb().putItem(request -> request.tableName(bareTable).item(item));
  }

  /** Events a second; the time of each is added to {@code nanos}. */
  private static double run(int events, IntConsumer work, List<Long> nanos) throws Exception {
    long begin = System.nanoTime();
    try (ExecutorService threads = Executors.newFixedThreadPool(THREADS)) {
      List<Future<List<Long>>> parts = new ArrayList<>();
      for (int thread = 0; thread < THREADS; thread++) {
        int first = thread;
        parts.add(
            threads.submit(
                (Callable<List<Long>>)
                    () -> {
                      List<Long> times = new ArrayList<>();
                      for (int number = first; number < events; number += THREADS) {
                        long start = System.nanoTime();
                        work.accept(number);
                        times.add(System.nanoTime() - start);
                      }
                      return times;
                    }));
      }
      for (Future<List<Long>> part : parts) {
        nanos.addAll(part.get());
      }
    }
    return events * 1e9 / (System.nanoTime() - begin);
  }

  private static String row(String name, List<Double> rates, List<Long> nanos) {
    long[] sorted = nanos.stream().mapToLong(Long::longValue).toArray();
    Arrays.sort(sorted);
    double median = rates.stream().sorted().skip(rates.size() / 2).findFirst().orElseThrow();
    return String.format(
        Locale.ROOT,
        "| %s | %,d | %,.0f | %.2f | %.2f |%n",
        name,
        sorted.length,
        median,
        sorted[sorted.length / 2] / 1e6,
        sorted[sorted.length * 99 / 100] / 1e6);
  }

  private static Map.Entry<String, AttributeValue> text(String name, String value) {
    return Map.entry(name, AttributeValue.fromS(value));
  }
}
