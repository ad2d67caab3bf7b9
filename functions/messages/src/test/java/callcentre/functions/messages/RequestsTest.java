package callcentre.functions.messages;

import static callcentre.functions.messages.MessagesStage.ACCOUNT;
import static callcentre.functions.messages.MessagesStage.LOGS;
import static org.assertj.core.api.Assertions.assertThat;

import callcentre.api.access.Principal;
import callcentre.api.testing.Answer;
import callcentre.api.testing.Callers;
import callcentre.api.testing.Request;
import callcentre.cloud.Cloud;
import callcentre.cloud.CloudExtension;
import callcentre.cloud.faults.Fault;
import callcentre.domain.messages.sending.Attempt;
import callcentre.domain.messages.sending.SendError;
import callcentre.domain.messages.sending.SendEvent;
import callcentre.domain.phone.PhoneNumber;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/** The table of the package's documentation, warm, and what an unreachable database answers. */
@ExtendWith(CloudExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RequestsTest {

  private static final Principal NORTH = Callers.manager("north");
  private static final String WINDOW = "?startUtc=2026-11-20T00:00:00Z&endUtc=2026-11-22T00:00:00Z";

  private MessagesStage stage;
  private String id;
  private Principal agent;

  @BeforeAll
  void arrange(Cloud cloud) {
    stage = MessagesStage.in(cloud);
    agent = stage.agent("own", "101", "2026-01-01T00:00:00Z", "north");
    id = stage.sent(agent, "warm");
    stage.get(LOGS + "?limit=1", NORTH);
    stage.get(ACCOUNT + "/sms-usage", NORTH);
  }

  /** The directory of numbers is read again after a minute. */
  @BeforeEach
  void warm() {
    stage.clock.pass(Duration.ofSeconds(61));
    stage.get(LOGS + "?limit=1", NORTH);
  }

  @AfterAll
  void close() {
    stage.close();
  }

  @Test
  void aMessageCostsEightRequestsToBeAccepted() {
    assertCost(
        stage.send(NORTH, MessagesStage.body(Facts.MAIN, "costs", Facts.CLIENT)),
        202,
        accepting(1));
    PhoneNumber[] many =
        IntStream.range(0, 25)
            .mapToObj(number -> new PhoneNumber("+1917555%04d".formatted(1_000 + number)))
            .toArray(PhoneNumber[]::new);
    assertCost(stage.send(NORTH, MessagesStage.body(Facts.MAIN, "all", many)), 202, accepting(3));
  }

  @Test
  void aFileCostsThreeMoreAndTheSameAgainNoMoreThanOneRead() {
    Map<String, Integer> withFile = new TreeMap<>(accepting(1));
    withFile.put("dynamodb.BatchWriteItem", 1);
    withFile.merge("dynamodb.GetItem", 1, Integer::sum);
    String body =
        "{\"from\":\"+12125550147\",\"to\":\"+19175550188\",\"attachments\":"
            + "[{\"name\":\"map.png\",\"data\":\"aGVsbG8=\"}]}";
    assertCost(stage.send(NORTH, body), 202, withFile);
    assertCost(stage.send(NORTH, body), 202, Map.of("dynamodb.GetItem", 1));
  }

  @Test
  void listsCostThreeRequestsPerPageAndAnAgentsOneMore() {
    Map<String, Integer> three = Map.of("dynamodb.Query", 1, "dynamodb.BatchGetItem", 2);
    assertCost(stage.api.get(LOGS + WINDOW).as(Callers.admin()), 200, three);
    assertCost(
        stage.api.get(LOGS + WINDOW).as(NORTH),
        200,
        Map.of("dynamodb.Query", 2, "dynamodb.BatchGetItem", 2));
    assertCost(
        stage.api.get(LOGS + WINDOW).as(agent),
        200,
        Map.of("dynamodb.Query", 1, "dynamodb.BatchGetItem", 2, "dynamodb.GetItem", 1));
    assertCost(stage.api.get(ACCOUNT + "/conversations" + WINDOW).as(Callers.admin()), 200, three);
    assertCost(
        stage
            .api
            .get(ACCOUNT + "/conversations/+12125550147/+19175550188" + WINDOW)
            .as(Callers.admin()),
        200,
        Map.of("dynamodb.Query", 1, "dynamodb.BatchGetItem", 3));
  }

  @Test
  void oneMessageCostsOneRequestAndAnAgentsOneMore() {
    assertCost(stage.api.get(LOGS + "/" + id).as(NORTH), 200, Map.of("dynamodb.GetItem", 1));
    assertCost(stage.api.get(LOGS + "/" + id).as(agent), 200, Map.of("dynamodb.GetItem", 2));
  }

  @Test
  void takingBackCostsThreeRequests() {
    String waiting = stage.sent(NORTH, "take back");
    assertCost(
        stage.api.post(LOGS + "/" + waiting + "/cancel").as(NORTH),
        200,
        Map.of("dynamodb.GetItem", 2, "dynamodb.PutItem", 1));
  }

  @Test
  void aSecondTryCostsTwelveRequests() {
    String failed = stage.sent(NORTH, "try again");
    stage.change(failed, row -> row.claimed(new Attempt("one", stage.clock.instant())));
    stage.change(
        failed,
        row ->
            row.ended(
                SendEvent.REFUSE, new SendError("refused", "Refused."), stage.clock.instant()));
    Map<String, Integer> expected = new TreeMap<>(accepting(1));
    expected.merge("dynamodb.GetItem", 4, Integer::sum);
    assertCost(stage.api.post(LOGS + "/" + failed + "/retry").as(NORTH), 202, expected);
  }

  @Test
  void usageReadsIndexesAlone() {
    assertCost(
        stage.api.get(ACCOUNT + "/sms-usage?from=2026-11-20&to=2026-11-21").as(Callers.admin()),
        200,
        Map.of("dynamodb.Query", 2, "dynamodb.BatchGetItem", 1));
    assertCost(
        stage.api.get(ACCOUNT + "/sms-usage?from=2026-11-20&to=2026-11-21").as(NORTH),
        200,
        Map.of("dynamodb.Query", 3, "dynamodb.BatchGetItem", 1));
  }

  @Test
  void optOutsCostOneRequestToListAndFiveToNote() {
    assertCost(
        stage.api.get(ACCOUNT + "/sms-opt-outs").as(NORTH), 200, Map.of("dynamodb.Query", 1));
    assertCost(
        stage
            .api
            .put(ACCOUNT + "/sms-opt-outs/+13475550177")
            .as(NORTH)
            .body("{\"business_number\":\"+12125550147\"}"),
        200,
        Map.of("dynamodb.GetItem", 2, "dynamodb.TransactWriteItems", 1, "dynamodb.Query", 2));
  }

  @Test
  void whatIsRefusedCostsNothing() {
    stage.api.requests().reset();
    stage.get(LOGS + "?limit=0", Callers.admin());
    stage.get(LOGS, Callers.nobody());
    stage.get(LOGS + "/no-id", Callers.admin());
    stage.send(NORTH, "{}").send();
    stage.get(ACCOUNT + "/sms-usage?groupBy=week", Callers.admin());
    assertThat(stage.api.requests().counts()).isEmpty();
  }

  @Test
  void anUnreachableDatabaseIs503(Cloud cloud) {
    try (MessagesStage broken = MessagesStage.in(cloud)) {
      broken
          .api
          .faults()
          .atRandom(
              1,
              1.0,
              Set.of("dynamodb.Query", "dynamodb.GetItem", "dynamodb.BatchGetItem"),
              List.of(new Fault.Unreachable()));
      for (String path : List.of("/sms-logs", "/sms-logs/" + id, "/conversations", "/sms-usage")) {
        Answer answer = broken.get(ACCOUNT + path, Callers.admin());
        assertThat(answer.status()).as(answer.body()).isEqualTo(503);
        assertThat(answer.header("Retry-After")).isPresent();
        assertThat(answer.body()).doesNotContain("injected");
      }
    }
  }

  @Test
  void primingBeforeASnapshotMeetsNoDefect(Cloud cloud) {
    try (MessagesStage fresh = MessagesStage.emptyIn(cloud)) {
      assertThat(fresh.api.prime().statuses().values()).allMatch(status -> status < 500);
    }
  }

  /**
   * Version of the directory, number, opt-outs, batch, rows (2), queue, and the batch is spread.
   */
  private static Map<String, Integer> accepting(int queueRequests) {
    return Map.of(
        "dynamodb.GetItem",
        2,
        "dynamodb.BatchGetItem",
        2,
        "dynamodb.TransactWriteItems",
        2,
        "dynamodb.UpdateItem",
        1,
        "sqs.SendMessageBatch",
        queueRequests);
  }

  private void assertCost(Request request, int status, Map<String, Integer> expected) {
    stage.api.requests().reset();
    Answer answer = request.send();
    assertThat(answer.status()).as(answer.body()).isEqualTo(status);
    assertThat(stage.api.requests().counts()).isEqualTo(expected);
  }
}
