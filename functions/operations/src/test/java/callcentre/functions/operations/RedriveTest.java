package callcentre.functions.operations;

import static org.assertj.core.api.Assertions.assertThat;

import callcentre.api.testing.Answer;
import callcentre.api.testing.ApiHarness;
import callcentre.api.testing.Callers;
import callcentre.aws.Variable;
import callcentre.cloud.Cloud;
import callcentre.cloud.CloudExtension;
import callcentre.cloud.Queue;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Jobs that failed go back into their queue when an operator says so. */
@ExtendWith(CloudExtension.class)
class RedriveTest {

  private Cloud cloud;
  private ApiHarness api;
  private Queue jobs;
  private Queue dead;

  @BeforeEach
  void start(Cloud given) {
    cloud = given;
    dead = cloud.createQueue(cloud.newStage() + "-sync-dlq", Duration.ofSeconds(30));
    jobs = cloud.createQueue(cloud.newStage() + "-sync", Duration.ofSeconds(30), dead, 1);
    api =
        ApiHarness.in(cloud)
            .tables("sync_state")
            .with(Variable.SYNC_QUEUE_URL, jobs.url())
            .with(Variable.SYNC_DLQ_URL, dead.url())
            .with(Variable.WEBHOOK_DLQ_URL, dead.url())
            .start();
  }

  @AfterEach
  void close() {
    api.close();
  }

  @Test
  void jobsThatFailedAreMovedBackAndNothingWaitingIs0() {
    assertThat(redrive("sync").body())
        .isEqualTo("{\"queue\":\"sync\",\"messages\":0,\"replayed\":null}");
    cloud.sqs().sendMessage(request -> request.queueUrl(dead.url()).messageBody("failed"));
    Answer answer = redrive("sync");
    assertThat(answer.status()).as(answer.body()).isEqualTo(202);
    assertThat(answer.json().get("messages").asInt()).isEqualTo(1);
    assertThat(
            cloud
                .sqs()
                .receiveMessage(request -> request.queueUrl(jobs.url()).waitTimeSeconds(10))
                .messages())
        .singleElement()
        .satisfies(message -> assertThat(message.body()).isEqualTo("failed"));
    assertThat(redrive("webhooks").body())
        .isEqualTo("{\"queue\":\"webhooks\",\"messages\":0,\"replayed\":null}");
    Answer unknown = redrive("fax");
    assertThat(unknown.status()).isEqualTo(404);
    assertThat(unknown.json().get("detail").asText())
        .contains("known: sync, sms, webhooks, projector");
  }

  @Test
  void whileAnEarlierMoveRunsNoOtherIsStarted() {
    for (int failed = 0; failed < 60; failed++) {
      cloud.sqs().sendMessage(request -> request.queueUrl(dead.url()).messageBody("failed"));
    }
    String task =
        cloud
            .sqs()
            .startMessageMoveTask(
                request -> request.sourceArn(dead.arn()).maxNumberOfMessagesPerSecond(1))
            .taskHandle();
    api.requests().reset();
    Answer answer = redrive("sync");
    assertThat(answer.status()).as(answer.body()).isEqualTo(409);
    assertThat(answer.error()).isEqualTo("conflict");
    assertThat(answer.json().get("retryable").asBoolean()).isTrue();
    assertThat(api.requests().count("sqs.StartMessageMoveTask")).isZero();
    cloud.sqs().cancelMessageMoveTask(request -> request.taskHandle(task));
  }

  private Answer redrive(String queue) {
    return api.post("/api/admin/mightycall/dlq/" + queue + "/redrive").as(Callers.admin()).send();
  }
}
