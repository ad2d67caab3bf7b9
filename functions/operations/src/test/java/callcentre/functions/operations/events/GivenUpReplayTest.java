package callcentre.functions.operations.events;

import static callcentre.functions.operations.events.StoredEvents.call;
import static org.assertj.core.api.Assertions.assertThat;

import callcentre.api.testing.Answer;
import callcentre.api.testing.ApiHarness;
import callcentre.api.testing.Callers;
import callcentre.aws.Variable;
import callcentre.cloud.Cloud;
import callcentre.cloud.CloudExtension;
import callcentre.cloud.Queue;
import callcentre.cloud.faults.Fault;
import callcentre.domain.people.Extension;
import callcentre.domain.presence.PresenceRules;
import callcentre.domain.presence.PresenceState;
import callcentre.storage.calls.CallQueries;
import callcentre.storage.presence.PresenceRepository;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/** Events that the projector gave up are brought into their rows when somebody asks for it. */
@ExtendWith(CloudExtension.class)
class GivenUpReplayTest {

  private final Cloud cloud;
  private final Queue queue;
  private final ApiHarness api;
  private final StoredEvents stored;
  private volatile Instant now = EventsTest.NOW.plus(Duration.ofHours(2));
  private volatile Duration tick = Duration.ZERO;

  GivenUpReplayTest(Cloud cloud) {
    this.cloud = cloud;
    queue = cloud.createQueue(cloud.newStage() + "-given-up", Duration.ofSeconds(30));
    api =
        ApiHarness.in(cloud)
            .tables("call_events", "call_history", "agent_status_history")
            .signing()
            .with(Variable.PROJECTOR_DLQ_URL, queue.url())
            .bean(InstantSource.class, this::tick)
            .start();
    stored = new StoredEvents(api);
  }

  @AfterEach
  void close() {
    api.close();
  }

  @Test
  void whatTheProjectorGaveUpIsInItsRowsAndInPresenceAndTheMessageIsGone() {
    stored.answered(1);
    stored.answered(2);
    gaveUp(EventsTest.NOW);

    JsonNode answer = redrive();

    assertThat(answer.get("queue").asText()).isEqualTo("projector");
    assertThat(answer.get("messages").asInt()).isEqualTo(1);
    assertThat(answer.at("/replayed/events").asInt()).isEqualTo(8);
    assertThat(answer.at("/replayed/left").asBoolean()).isFalse();
    assertThat(stored.row(1).finished()).isTrue();
    assertThat(stored.row(2).finished()).isTrue();
    assertThat(presenceAt("2026-11-21T15:00:02.500Z")).isEqualTo(PresenceState.ON_CALL);
    assertThat(waiting()).isZero();
    assertThat(redrive().get("messages").asInt()).isZero();
  }

  @Test
  void manyMessagesOfOneOutageAreOneReplay() {
    stored.answered(1);
    for (int message = 0; message < 25; message++) {
      gaveUp(EventsTest.NOW.plusSeconds(message));
    }

    JsonNode answer = redrive();

    assertThat(answer.get("messages").asInt()).isEqualTo(25);
    assertThat(answer.at("/replayed/events").asInt()).isEqualTo(4);
    assertThat(waiting()).isZero();
  }

  @Test
  void anEventThatHadWaitedAnHourForTheTableIsReplayedToo() {
    stored.store(1, 0, "IncomingCall", EventsTest.NOW.minus(Duration.ofMinutes(65)));
    gaveUp(EventsTest.NOW);

    redrive();

    assertThat(api.bean(CallQueries.class).find(call(1))).isPresent();
  }

  @Test
  void whileTheCauseIsThereTheMessageStays() {
    stored.answered(1);
    gaveUp(EventsTest.NOW);
    api.faults()
        .atRandom(
            1,
            1.0,
            Set.of("dynamodb.PutItem", "dynamodb.TransactWriteItems"),
            List.of(new Fault.AccessDenied()));

    JsonNode answer = redrive();

    assertThat(answer.get("messages").asInt()).isZero();
    assertThat(answer.at("/replayed/outcomes/failed").asInt()).isEqualTo(4);
    assertThat(answer.at("/replayed/left").asBoolean()).isTrue();
    assertThat(waiting()).isEqualTo(1);
    api.faults().clear();
    assertThat(redrive().get("messages").asInt()).isEqualTo(1);
    assertThat(stored.row(1).finished()).isTrue();
  }

  @Test
  void aLongTimeIsReplayedInSeveralRequestsAndNoneBeginsAnew() {
    for (int number = 0; number < 12; number++) {
      stored.answered(number);
    }
    gaveUp(EventsTest.NOW);
    // Each look at the clock takes so long that a request replays one portion.
    tick = EventWalk.MOST_WORK.dividedBy(2);

    int events = 0;
    int requests = 0;
    JsonNode answer;
    do {
      answer = redrive();
      events += answer.at("/replayed/events").asInt();
      requests++;
      assertThat(requests).isLessThan(60);
    } while (answer.at("/replayed/left").asBoolean());

    assertThat(requests).isGreaterThan(2);
    assertThat(events).isEqualTo(48);
    assertThat(waiting()).isZero();
    for (int number = 0; number < 12; number++) {
      assertThat(stored.row(number).finished()).isTrue();
    }
  }

  @Test
  void aMessageThatTellsNoTimeStaysAndKeepsNoOtherBack() {
    stored.answered(1);
    send("{\"hello\":1}");
    send("no json");
    gaveUp(EventsTest.NOW);

    JsonNode answer = redrive();

    assertThat(answer.get("messages").asInt()).isEqualTo(1);
    assertThat(stored.row(1).finished()).isTrue();
    assertThat(waiting()).isEqualTo(2);
  }

  private Instant tick() {
    now = now.plus(tick);
    return now;
  }

  private JsonNode redrive() {
    Answer answer =
        api.post("/api/admin/mightycall/dlq/projector/redrive").as(Callers.admin()).send();
    assertThat(answer.status()).as(answer.body()).isEqualTo(202);
    return answer.json();
  }

  /** As Lambda tells it (Lambda developer guide, "Retain discarded records"). */
  private void gaveUp(Instant arrival) {
    String second = Instant.ofEpochSecond(arrival.getEpochSecond()).toString();
    send(
        """
        {"requestContext":{"requestId":"316aa6d0-8154-xmpl-9af7-85d5f4a6bc81",
          "functionArn":"arn:aws:lambda:us-east-1:123456789012:function:projector",
          "condition":"RetryAttemptsExhausted","approximateInvokeCount":6},
         "responseContext":{"statusCode":200,"executedVersion":"$LATEST","functionError":"Unhandled"},
         "version":"1.0","timestamp":"2026-11-21T16:13:49.717Z",
         "DDBStreamBatchInfo":{"shardId":"shardId-00000001573689847184-864758bb",
          "startSequenceNumber":"800000000003126276362",
          "endSequenceNumber":"800000000003126276362",
          "approximateArrivalOfFirstRecord":"%s","approximateArrivalOfLastRecord":"%s",
          "batchSize":1,
          "streamArn":"arn:aws:dynamodb:us-east-1:123456789012:table/t/stream/2026-11-21T00:00:00.000"}}
        """
            .formatted(second, second));
  }

  private void send(String body) {
    cloud.sqs().sendMessage(request -> request.queueUrl(queue.url()).messageBody(body));
  }

  private int waiting() {
    return Integer.parseInt(
        cloud
            .sqs()
            .getQueueAttributes(
                request ->
                    request
                        .queueUrl(queue.url())
                        .attributeNames(QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES))
            .attributes()
            .getOrDefault(QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES, "0"));
  }

  private PresenceState presenceAt(String moment) {
    return api.bean(PresenceRepository.class)
        .find(new Extension("101"))
        .at(Instant.parse(moment), PresenceRules.USUAL)
        .state();
  }
}
