package callcentre.storage.sms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import callcentre.cloud.Cloud;
import callcentre.cloud.CloudExtension;
import callcentre.cloud.faults.Fault;
import callcentre.domain.messages.sending.Attempt;
import callcentre.domain.messages.sending.MessageBatch;
import callcentre.domain.messages.sending.OutgoingId;
import callcentre.domain.messages.sending.OutgoingMessage;
import callcentre.domain.messages.sending.Pace;
import callcentre.domain.messages.sending.SendError;
import callcentre.domain.messages.sending.SendEvent;
import callcentre.domain.messages.sending.SendGroup;
import callcentre.domain.messages.sending.SendState;
import callcentre.domain.phone.PhoneNumber;
import callcentre.storage.Table;
import callcentre.storage.TestStore;
import callcentre.storage.VersionConflictException;
import callcentre.storage.Versioned;
import callcentre.storage.database.ItemReader;
import callcentre.storage.history.Retention;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@Tag("cloud")
@ExtendWith(CloudExtension.class)
class OutgoingMessagesTest {

  static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");
  static final PhoneNumber OURS = PhoneNumber.parse("+13123194556");
  static final PhoneNumber ONE = PhoneNumber.parse("+13475550123");
  static final PhoneNumber TWO = PhoneNumber.parse("+13475550124");

  private static final SendError WHY = new SendError("test", "for the test");

  private final TestStore store;
  private final OutgoingMessages messages;
  private final DueMessages due;

  OutgoingMessagesTest(Cloud cloud) {
    store = TestStore.with(cloud, Table.SMS_LOGS);
    messages = new OutgoingMessages(store.database());
    due = new DueMessages(store.database());
  }

  static MessageBatch batch(String id) {
    return new MessageBatch(
        id,
        OURS,
        List.of(ONE, TWO),
        "Hello 😀",
        List.of(),
        "sub-manager",
        Optional.empty(),
        Optional.of(new OutgoingId("earlier01", 0)),
        NOON);
  }

  @Test
  void theRowsOfABatchAreMadeOnceAndReadBackWhole() {
    List<OutgoingMessage> made = messages.insert(batch("batch0001").messages());
    Versioned<OutgoingMessage> claimed = claim(made.getFirst().id());

    List<OutgoingMessage> again = messages.insert(batch("batch0001").messages());

    assertThat(made).isEqualTo(batch("batch0001").messages());
    assertThat(again).containsExactly(claimed.value(), made.getLast());
    assertThat(find(made.getLast().id()).value()).isEqualTo(made.getLast());
  }

  @Test
  void ofManyWhoWantAMessageOneGetsIt() throws Exception {
    OutgoingId id = messages.insert(batch("batch0001").messages()).getFirst().id();
    Versioned<OutgoingMessage> seen = find(id);
    List<Callable<Boolean>> senders = new ArrayList<>();
    for (int n = 0; n < 8; n++) {
      Attempt attempt = new Attempt("attempt" + n, NOON);
      senders.add(
          () -> {
            try {
              messages.write(seen, seen.value().claimed(attempt));
              return true;
            } catch (VersionConflictException taken) {
              return false;
            }
          });
    }
    int won = 0;
    try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
      for (Future<Boolean> sender : threads.invokeAll(senders)) {
        won += sender.get() ? 1 : 0;
      }
    }

    assertThat(won).isEqualTo(1);
    assertThat(find(id).value().attempts()).isEqualTo(1);
  }

  @Test
  void aClaimWhoseAnswerIsLostIsTheSameClaim() {
    OutgoingId id = messages.insert(batch("batch0001").messages()).getFirst().id();
    store.faults().next("dynamodb.TransactWriteItems", new Fault.LostAnswer());

    assertThat(claim(id).value().state()).isEqualTo(SendState.SENDING);
    assertThat(find(id).version()).isEqualTo(2);
  }

  @Test
  void theGroupHasEveryMessageWithARequestThatWasOrMayHaveBeenAccepted() {
    List<OutgoingMessage> first = messages.insert(batch("batch0001").messages());
    List<OutgoingMessage> second = messages.insert(batch("batch0002").messages());
    Versioned<OutgoingMessage> sent = claim(first.getFirst().id());
    Versioned<OutgoingMessage> lost = claim(second.getFirst().id());
    SendGroup group = sent.value().group().orElseThrow();
    assertThat(group).isEqualTo(lost.value().group().orElseThrow());

    messages.write(sent, sent.value().accepted(Optional.of("guid"), NOON));
    messages.write(lost, lost.value().ended(SendEvent.LOSE, WHY, NOON));
    assertThat(messages.groups(List.of(group, group.moved(1))))
        .isEqualTo(
            Map.of(
                group,
                new GroupMembers(
                    Map.of(
                        first.getFirst().id(), SendState.SENT,
                        second.getFirst().id(), SendState.UNKNOWN),
                    Set.of())));
    messages.noteRecorded(find(first.getFirst().id()).value());
    assertThat(messages.groups(List.of(group)).get(group))
        .isEqualTo(
            new GroupMembers(
                Map.of(
                    first.getFirst().id(), SendState.SENT,
                    second.getFirst().id(), SendState.UNKNOWN),
                Set.of(first.getFirst().id())));
  }

  @Test
  void aReleasedClaimLeavesTheGroupAndTheMessageWaits() {
    OutgoingId id = messages.insert(batch("batch0001").messages()).getFirst().id();
    Versioned<OutgoingMessage> claimed = claim(id);
    SendGroup group = claimed.value().group().orElseThrow();
    Instant later = NOON.plusSeconds(90);

    messages.write(claimed, claimed.value().waiting(SendEvent.RELEASE, later, false, WHY, NOON));

    assertThat(messages.groups(List.of(group))).isEmpty();
    assertThat(find(id).value().state()).isEqualTo(SendState.SCHEDULED);
    assertThat(due.find(later, 10).messages()).contains(id);
    assertThat(due.find(later.minusSeconds(1), 10).messages()).doesNotContain(id);
  }

  @Test
  void whatIsDoneIsNeverDue() {
    OutgoingId id = messages.insert(batch("batch0001").messages()).getFirst().id();
    Versioned<OutgoingMessage> claimed = claim(id);
    assertThat(due.find(NOON.plus(Attempt.HOLDS), 10).messages()).contains(id);

    messages.write(claimed, claimed.value().accepted(Optional.empty(), NOON));

    assertThat(due.find(NOON.plus(Duration.ofDays(9)), 10).messages()).doesNotContain(id);
  }

  @Test
  void aClaimAndItsEndAreOneTransactionEachAndWaitingIsOnePut() {
    List<OutgoingMessage> made = messages.insert(batch("batch0001").messages());
    Versioned<OutgoingMessage> seen = find(made.getFirst().id());
    Versioned<OutgoingMessage> other = find(made.getLast().id());
    store.requests().reset();

    Versioned<OutgoingMessage> claimed =
        messages.write(seen, seen.value().claimed(new Attempt("a", NOON)));
    messages.write(claimed, claimed.value().accepted(Optional.empty(), NOON));
    messages.write(other, other.value().waiting(SendEvent.POSTPONE, NOON, false, WHY, NOON));

    assertThat(store.requests().counts())
        .isEqualTo(Map.of("dynamodb.TransactWriteItems", 2, "dynamodb.PutItem", 1));
  }

  @Test
  void anEndUnderAnOldVersionWritesNothing() {
    OutgoingId id = messages.insert(batch("batch0001").messages()).getFirst().id();
    Versioned<OutgoingMessage> claimed = claim(id);
    messages.write(claimed, claimed.value().ended(SendEvent.LOSE, WHY, NOON));

    assertThatThrownBy(
            () -> messages.write(claimed, claimed.value().accepted(Optional.empty(), NOON)))
        .isInstanceOf(VersionConflictException.class);
    assertThat(find(id).value().state()).isEqualTo(SendState.UNKNOWN);
  }

  @Test
  void aMessageIsForgottenWhenItsTimeIsOverAndElseKept() {
    List<OutgoingMessage> batch = batch("batch0001").messages();
    new OutgoingMessages(store.database(), () -> new Retention(Optional.of(30))).insert(batch);
    assertThat(item(batch.getFirst()).findNumber("ttl"))
        .contains(batch.getFirst().acceptedAt().plus(Duration.ofDays(30)).getEpochSecond());

    List<OutgoingMessage> kept = batch("batch0002").messages();
    messages.insert(kept);
    assertThat(item(kept.getFirst()).findNumber("ttl")).isEmpty();
  }

  @Test
  void messagesOfANumberTakePlacesOneAfterTheOther() {
    Paces paces = new Paces(store.database());
    Pace pace = new Pace(Duration.ofSeconds(1));
    List<Instant> places = new ArrayList<>();
    for (int n = 0; n < 4; n++) {
      places.add(paces.take(OURS, pace, NOON).at());
    }

    assertThat(places)
        .containsExactly(NOON, NOON.plusSeconds(1), NOON.plusSeconds(2), NOON.plusSeconds(3));
    paces.rest(OURS, NOON.plusSeconds(60));
    paces.rest(OURS, NOON.plusSeconds(30));
    assertThat(paces.take(OURS, pace, NOON).at()).isEqualTo(NOON.plusSeconds(60));
    assertThat(paces.take(ONE, pace, NOON).at()).isEqualTo(NOON);
  }

  private ItemReader item(OutgoingMessage message) {
    return store
        .database()
        .get(Table.SMS_LOGS, Table.SMS_LOGS.key(message.id().value()))
        .orElseThrow();
  }

  private Versioned<OutgoingMessage> claim(OutgoingId id) {
    Versioned<OutgoingMessage> seen = find(id);
    return messages.write(seen, seen.value().claimed(new Attempt("attempt-" + id, NOON)));
  }

  private Versioned<OutgoingMessage> find(OutgoingId id) {
    return messages.find(id).orElseThrow();
  }
}
