package callcentre.functions.smssender;

import static callcentre.functions.smssender.SmsStage.CLIENT;
import static org.assertj.core.api.Assertions.assertThat;

import callcentre.cloud.Cloud;
import callcentre.cloud.CloudExtension;
import callcentre.domain.messages.sending.MessageBatch;
import callcentre.domain.messages.sending.OutgoingId;
import callcentre.domain.messages.sending.SendError;
import callcentre.simulator.history.TextMessage;
import callcentre.storage.sms.SmsAttachments;
import callcentre.storage.sms.StoredFile;
import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Lesson: "MMS never worked". */
@Tag("cloud")
@ExtendWith(CloudExtension.class)
class SenderFilesTest {

  private final SmsStage stage;

  SenderFilesTest(Cloud cloud) {
    stage = new SmsStage(cloud);
  }

  @AfterEach
  void stop() {
    stage.close();
  }

  @Test
  void anMmsAtTheLimitArrivesByteByByte() {
    byte[] bytes = new byte[MessageBatch.MOST_ATTACHED_BYTES];
    new Random(1).nextBytes(bytes);
    MessageBatch batch = stage.batch("The plan", List.of("plan.pdf"), CLIENT);
    new SmsAttachments(stage.database)
        .store(
            batch.id(),
            List.of(new StoredFile("plan.pdf", Base64.getEncoder().encodeToString(bytes))),
            SmsStage.START);
    OutgoingId id = stage.sendLater(batch).getFirst();

    stage.deliverAll();

    TextMessage sent =
        (TextMessage)
            stage.simulator.history().find(stage.row(id).acceptedId().orElseThrow()).orElseThrow();
    assertThat(sent.attachments().getFirst().content()).isEqualTo(ByteBuffer.wrap(bytes));
  }

  @Test
  void aMessageWhoseFileIsGoneIsNotSentWithoutIt() {
    OutgoingId id = stage.sendLater(stage.batch("The plan", List.of("a.png"), CLIENT)).getFirst();

    stage.deliverAll();

    assertThat(stage.row(id).error().map(SendError::code)).contains("attachments_missing");
    assertThat(stage.simulator.sends().records()).isEmpty();
  }
}
