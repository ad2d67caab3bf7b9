package callcentre.functions.phonenumbers;

import static callcentre.functions.phonenumbers.NumbersStage.PATH;
import static org.assertj.core.api.Assertions.assertThat;

import callcentre.api.testing.Answer;
import callcentre.api.testing.Callers;
import callcentre.cloud.Cloud;
import callcentre.cloud.CloudExtension;
import callcentre.cloud.faults.Fault;
import callcentre.domain.numbers.AccountNumber;
import callcentre.domain.ownership.NumberOwnership;
import callcentre.domain.phone.PhoneNumber;
import callcentre.storage.numbers.AssignmentChange;
import callcentre.storage.numbers.NumberAssignmentRepository;
import callcentre.storage.numbers.PhoneNumberRepository;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Changes of one number at the same time, and changes that fail in the middle. */
@ExtendWith(CloudExtension.class)
class ConcurrentChangesTest {

  private NumbersStage stage;
  private PhoneNumber number;

  @BeforeEach
  void arrange(Cloud cloud) {
    stage = NumbersStage.in(cloud);
    stage.organisations("north", "south");
    number = stage.number("+18482161220", "Main");
  }

  @AfterEach
  void close() {
    stage.close();
  }

  @Test
  void noUpdateIsLost() throws Exception {
    List<Callable<Answer>> changes =
        IntStream.range(0, 24)
            .mapToObj(
                round ->
                    switch (round % 3) {
                      case 0 -> "{\"label\":\"Ours\"}";
                      case 1 -> "{\"orgId\":\"north\"}";
                      default -> "{\"orgId\":\"south\"}";
                    })
            .<Callable<Answer>>map(body -> () -> patch(body))
            .toList();
    try (ExecutorService threads = Executors.newFixedThreadPool(6)) {
      for (Future<Answer> answer : threads.invokeAll(changes)) {
        assertThat(answer.get().status()).as(answer.get().body()).isEqualTo(200);
      }
    }
    assertThat(stage.stored(number).labelOverride()).contains("Ours");
    assertThat(replayed()).isEqualTo(assignments().ownership(number));
  }

  @Test
  void aSyncThatIsFasterKeepsItsFactsAndTheLabelIsSetAllTheSame() throws Exception {
    Fault.Gate gate = new Fault.Gate();
    stage.api.faults().next("dynamodb.PutItem", new Fault.Held(gate));
    try (ExecutorService threads = Executors.newSingleThreadExecutor()) {
      Future<Answer> answer = threads.submit(() -> patch("{\"label\":\"Ours\"}"));
      gate.awaitArrival();
      stage.remove(number);
      gate.open();
      assertThat(answer.get().status()).isEqualTo(200);
      assertThat(answer.get().json().get("removed_at").isNull()).isFalse();
    }
    AccountNumber stored = stage.stored(number);
    assertThat(stored.labelOverride()).contains("Ours");
    assertThat(stored.removedAt()).isPresent();
  }

  @Test
  void aConflictWithAnotherTransactionIsRepeated() {
    stage
        .api
        .faults()
        .next(
            "dynamodb.TransactWriteItems",
            new Fault.TransactionConflict(),
            new Fault.TransactionConflict());
    assertThat(patch("{\"orgId\":\"north\"}").status()).isEqualTo(200);
    assertThat(stage.api.faults().isExhausted()).isTrue();
    assertThat(assignments().changes(number)).hasSize(1);
  }

  @Test
  void anAssignmentWhoseAnswerWasLostIsMadeOnce() {
    stage.api.faults().next("dynamodb.TransactWriteItems", new Fault.LostAnswer());
    assertThat(patch("{\"orgId\":\"north\"}").status()).isEqualTo(200);
    assertThat(assignments().changes(number)).hasSize(1);
  }

  @Test
  void whenOnlyTheOwnerCouldBeChangedTheAnswerSaysSo() {
    stage.api.faults().next("dynamodb.PutItem", new Fault.AccessDenied());
    Answer answer = patch("{\"label\":\"Ours\",\"orgId\":\"north\"}");
    assertThat(answer.status()).isEqualTo(503);
    assertThat(answer.error()).isEqualTo("temporarily_unavailable");
    assertThat(answer.json().get("detail").asText())
        .isEqualTo("The owner was changed, the label could not be. Send the label again.");
    assertThat(assignments().changes(number)).hasSize(1);
    assertThat(
            stage.api.bean(PhoneNumberRepository.class).find(number).orElseThrow().value().label())
        .isEqualTo("Main");
  }

  /** What the recorded changes say the ownership is, each made on what the one before left. */
  private NumberOwnership replayed() {
    List<AssignmentChange> changes = new ArrayList<>(assignments().changes(number));
    NumberOwnership ownership = NumberOwnership.none(number);
    for (AssignmentChange change : changes) {
      assertThat(change.before()).isEqualTo(ownership);
      ownership = ownership.assign(change.owner(), Optional.empty(), change.at());
    }
    return ownership;
  }

  private NumberAssignmentRepository assignments() {
    return stage.api.bean(NumberAssignmentRepository.class);
  }

  private Answer patch(String body) {
    return stage.api.patch(PATH + "/8482161220").as(Callers.admin()).body(body).send();
  }
}
