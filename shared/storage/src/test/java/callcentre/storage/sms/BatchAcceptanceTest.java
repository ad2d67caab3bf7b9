package callcentre.storage.sms;

import static callcentre.storage.sms.OutgoingMessagesTest.NOON;
import static callcentre.storage.sms.OutgoingMessagesTest.ONE;
import static callcentre.storage.sms.OutgoingMessagesTest.OURS;
import static callcentre.storage.sms.OutgoingMessagesTest.TWO;
import static callcentre.storage.sms.OutgoingMessagesTest.batch;
import static org.assertj.core.api.Assertions.assertThat;

import callcentre.cloud.Cloud;
import callcentre.cloud.CloudExtension;
import callcentre.domain.messages.sending.OptOut;
import callcentre.storage.Table;
import callcentre.storage.TestStore;
import callcentre.storage.idempotency.BeginResult;
import callcentre.storage.idempotency.IdempotencyKey;
import callcentre.storage.idempotency.StoredAnswer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@Tag("cloud")
@ExtendWith(CloudExtension.class)
class BatchAcceptanceTest {

  private static final IdempotencyKey KEY = new IdempotencyKey("sub", "POST /send-sms", "k1");
  private static final Duration DAY = Duration.ofHours(24);

  private final TestStore store;
  private final BatchAcceptance acceptance;
  private final MessageBatches batches;

  BatchAcceptanceTest(Cloud cloud) {
    store =
        TestStore.with(
            cloud, Table.SMS_LOGS, Table.IDEMPOTENCY, Table.SMS_ATTACHMENTS, Table.SMS_OPT_OUTS);
    acceptance = new BatchAcceptance(store.database());
    batches = new MessageBatches(store.database());
  }

  @Test
  void aBatchIsLoggedTogetherWithItsAnswerInOneRequest() {
    store.requests().reset();

    assertThat(accept("batch0001", "hash")).isInstanceOf(BeginResult.Started.class);

    assertThat(store.requests().counts()).isEqualTo(Map.of("dynamodb.TransactWriteItems", 1));
    assertThat(batches.find("batch0001")).contains(batch("batch0001"));
  }

  @Test
  void theSameRequestAgainGetsTheFirstAnswerAndMakesNoSecondBatch() {
    accept("batch0001", "hash");

    assertThat(accept("batch0002", "hash"))
        .isEqualTo(new BeginResult.Completed(answer("batch0001")));
    assertThat(accept("batch0003", "other")).isInstanceOf(BeginResult.DifferentBody.class);
    assertThat(batches.find("batch0002")).isEmpty();
  }

  @Test
  void theSameKeyManyTimesAtOnceMakesOneBatch() throws Exception {
    List<Callable<BeginResult>> requests = new ArrayList<>();
    for (int n = 0; n < 8; n++) {
      String id = "batch000" + n;
      requests.add(() -> accept(id, "hash"));
    }
    int accepted = 0;
    try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
      for (Future<BeginResult> request : threads.invokeAll(requests)) {
        accepted += request.get() instanceof BeginResult.Started ? 1 : 0;
      }
    }

    assertThat(accepted).isEqualTo(1);
    assertThat(
            new DueMessages(store.database()).find(NOON.plus(Duration.ofMinutes(1)), 10).batches())
        .hasSize(1);
  }

  @Test
  void aKeyThatIsForgottenMeansAnotherRequest() {
    acceptance.accept(batch("batch0001"), KEY, "hash", Duration.ofSeconds(-1), answer("batch0001"));

    assertThat(accept("batch0002", "other")).isInstanceOf(BeginResult.Started.class);
  }

  @Test
  void aSpreadBatchIsNotDueAnyMore() {
    accept("batch0001", "hash");
    batches.spread("batch0001", NOON);

    assertThat(new DueMessages(store.database()).find(NOON.plus(DAY), 10).batches()).isEmpty();
    assertThat(batches.find("batch0001")).contains(batch("batch0001"));
  }

  @Test
  void filesOfAMegabyteAreReadBackExactlyAndAMissingPartIsTold() {
    SmsAttachments attachments = new SmsAttachments(store.database());
    List<StoredFile> files =
        List.of(new StoredFile("a.png", base64(700_000)), new StoredFile("b.pdf", base64(348_576)));
    attachments.store("batch0001", files, NOON);

    assertThat(attachments.find("batch0001", 2)).contains(files);
    assertThat(attachments.find("batch0001", 3)).isEmpty();
    assertThat(attachments.find("batch0009", 1)).isEmpty();
  }

  @Test
  void theNewestWordCountsInWhateverOrderWordsArriveAndEachLeavesAnAuditRow() {
    OptOuts optOuts = new OptOuts(store.database());
    OptOut stop = new OptOut(OURS, ONE, true, NOON, "message:1");
    OptOut start = new OptOut(OURS, ONE, false, NOON.plusSeconds(60), "message:2");

    assertThat(optOuts.note(stop)).isTrue();
    assertThat(optOuts.stopped(OURS, List.of(ONE, TWO))).containsExactly(ONE);
    assertThat(optOuts.stopped(TWO, List.of(ONE))).isEmpty();
    assertThat(optOuts.note(start)).isTrue();
    assertThat(optOuts.note(stop)).isFalse();

    assertThat(optOuts.stopped(OURS, List.of(ONE, TWO))).isEmpty();
    assertThat(optOuts.history(OURS, ONE)).containsExactly(stop, start);
    assertThat(optOuts.page(10, Optional.empty()).items()).containsExactly(start);
  }

  private BeginResult accept(String id, String bodyHash) {
    return acceptance.accept(batch(id), KEY, bodyHash, DAY, answer(id));
  }

  private static StoredAnswer answer(String id) {
    return new StoredAnswer(202, Map.of(), "{\"batch\":\"" + id + "\"}");
  }

  private static String base64(int bytes) {
    byte[] content = new byte[bytes];
    new Random(bytes).nextBytes(content);
    return Base64.getEncoder().encodeToString(content);
  }
}
