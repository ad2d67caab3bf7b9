package callcentre.functions.smssender;

import static org.assertj.core.api.Assertions.assertThat;

import callcentre.cloud.Cloud;
import callcentre.cloud.CloudExtension;
import callcentre.domain.messages.sending.MessageBatch;
import callcentre.domain.messages.sending.OutgoingId;
import callcentre.domain.messages.sending.OutgoingMessage;
import callcentre.domain.messages.sending.SendState;
import callcentre.simulator.faults.Fault;
import callcentre.simulator.faults.FaultKind;
import callcentre.simulator.faults.FaultMatch;
import callcentre.simulator.history.HistoryQuery;
import callcentre.simulator.history.TextMessage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.services.sqs.model.Message;

/**
 * Messages, each with its own seed of what goes wrong; sixty, or as many as the environment
 * variable {@code SMS_SEEDED_RUNS} says (see README, "The long tests"). The sender dies before and
 * after the claim, before and after the call, before and after its end is written, before the
 * queue's message is deleted; the provider fails in every way it can; DynamoDB loses answers; the
 * queue delivers twice.
 */
@Tag("cloud")
@ExtendWith(CloudExtension.class)
class SeededFaultsTest {

  private static final int RUNS =
      Integer.parseInt(System.getenv().getOrDefault("SMS_SEEDED_RUNS", "60"));
  private static final Path REPORT = Path.of("target", "seeded-faults.md");
  private static final FaultMatch SEND = FaultMatch.at("POST", "/v4/api/messages/send").times(1);
  private static final Set<SendState> TRUTHFUL_ENDS =
      Set.of(SendState.SENT, SendState.FAILED, SendState.UNKNOWN);

  private final SmsStage stage;
  private final Map<String, SendState> states = new HashMap<>();

  SeededFaultsTest(Cloud cloud) {
    stage = new SmsStage(cloud);
  }

  @Test
  void noMessageIsAskedForTwiceAndEachEndsInATruthfulState() throws IOException {
    Map<SendState, Integer> ends = new EnumMap<>(SendState.class);
    for (int seed = 0; seed < RUNS; seed++) {
      OutgoingMessage end = run(new Random(seed), "message of seed " + seed);
      ends.merge(end.state(), 1, Integer::sum);
      states.put(end.text(), end.state());
      assertThat(stage.uncertain(end.text())).as("seed %s: %s", seed, end).hasSizeLessThan(2);
      assertThat(end.state()).as("seed %s", seed).isIn(TRUTHFUL_ENDS);
    }
    assertThat(ends.keySet()).containsAll(TRUTHFUL_ENDS);
    assertTruth();
    report(ends);
    stage.close();
  }

  private void report(Map<SendState, Integer> ends) throws IOException {
    List<Integer> answers =
        stage.simulator.sends().records().stream()
            .map(send -> send.status() == null ? 0 : send.status())
            .toList();
    long refused = answers.stream().filter(status -> status == 429 || status == 401).count();
    Files.createDirectories(REPORT.getParent());
    Files.writeString(
        REPORT,
        "%,d messages with a seed each: %s; %,d requests, %,d of them certainly refused; never two for one message.%n"
            .formatted(RUNS, ends, answers.size(), refused));
  }

  private OutgoingMessage run(Random random, String text) {
    plan(random);
    MessageBatch batch = stage.accept(stage.batch(text, List.of(), SmsStage.CLIENT));
    if (random.nextInt(5) > 0) {
      stage.outbox().spread(batch);
    }
    OutgoingId id = new OutgoingId(batch.id(), 0);
    for (int round = 0; round < 12; round++) {
      deliver(random);
      if (stage.messages.find(id).filter(row -> isOver(row.value())).isPresent()) {
        break;
      }
      stage.advance(Duration.ofMinutes(4));
      stage.dispatch();
    }
    stage.faults.clear();
    stage.deaths.none();
    stage.simulator.faults().clear();
    return stage.row(id);
  }

  private static boolean isOver(OutgoingMessage message) {
    return TRUTHFUL_ENDS.contains(message.state());
  }

  /** What is not deleted, because the process died, comes again. */
  private void deliver(Random random) {
    List<Message> got = new ArrayList<>(stage.receive());
    if (random.nextInt(4) == 0) {
      got.addAll(List.copyOf(got));
    }
    for (int tries = 0; tries < 3 && !got.isEmpty(); tries++) {
      try {
        Set<String> failed = stage.deliver(got);
        got.removeIf(message -> !failed.contains(message.messageId()));
        if (random.nextInt(6) > 0) {
          continue;
        }
        stage.restartSender();
      } catch (Deaths.Death dead) {
        stage.restartSender();
      }
    }
  }

  private void plan(Random random) {
    if (random.nextInt(10) < 6) {
      stage.simulator.add(providerFault(random));
    }
    if (random.nextInt(2) == 0) {
      Deaths.Point[] points = Deaths.Point.values();
      stage.deaths.at(points[random.nextInt(points.length)]);
    }
    if (random.nextInt(3) == 0) {
      callcentre.cloud.faults.Fault[] script =
          random.nextBoolean()
              ? new callcentre.cloud.faults.Fault[] {tableFault(random)}
              : new callcentre.cloud.faults.Fault[] {
                new callcentre.cloud.faults.Fault.None(), tableFault(random)
              };
      stage.faults.next("dynamodb.TransactWriteItems", script);
    }
  }

  private Fault providerFault(Random random) {
    Instant later = stage.simulator.clock().instant().plus(Duration.ofMinutes(7));
    return switch (random.nextInt(10)) {
      case 0 -> Fault.of(FaultKind.DROP, SEND);
      case 1 -> Fault.of(FaultKind.DROP_AFTER, SEND);
      case 2 -> Fault.of(FaultKind.ERROR_AFTER, SEND);
      case 3 -> Fault.of(FaultKind.MALFORMED, SEND);
      case 4 -> Fault.of(FaultKind.HTML, SEND);
      case 5 -> Fault.of(FaultKind.EMPTY, SEND);
      case 6 -> Fault.status(400, SEND);
      case 7 -> Fault.status(403, SEND);
      case 8 -> Fault.status(503, SEND);
      default ->
          Fault.status(429, SEND)
              .withBody(
                  "{\"message\":\"Too many requests. Retry after %s UTC\"}"
                      .formatted(later.toString().replace("Z", ".0000000")));
    };
  }

  private static callcentre.cloud.faults.Fault tableFault(Random random) {
    return switch (random.nextInt(4)) {
      case 0 -> new callcentre.cloud.faults.Fault.LostAnswer();
      case 1 -> new callcentre.cloud.faults.Fault.LostAnswerAtLast();
      case 2 -> new callcentre.cloud.faults.Fault.TransactionConflict();
      default -> new callcentre.cloud.faults.Fault.AccessDenied();
    };
  }

  /** What we say was sent is with the provider once, and what we say failed is not. */
  private void assertTruth() {
    Map<String, Integer> accepted = new HashMap<>();
    Instant end = stage.simulator.clock().instant();
    stage
        .simulator
        .history()
        .all(new HistoryQuery(SmsStage.START, end, end, any -> true, null, false))
        .forEach(sent -> accepted.merge(((TextMessage) sent).text(), 1, Integer::sum));
    for (int seed = 0; seed < RUNS; seed++) {
      String text = "message of seed " + seed;
      int times = accepted.getOrDefault(text, 0);
      SendState state = states.get(text);
      assertThat(times).as("%s, %s", text, state).isLessThan(2);
      if (state == SendState.SENT) {
        assertThat(times).as(text).isEqualTo(1);
      } else if (state == SendState.FAILED) {
        assertThat(times).as(text).isZero();
      }
    }
  }
}
