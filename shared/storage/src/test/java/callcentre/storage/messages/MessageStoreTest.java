package callcentre.storage.messages;

import static callcentre.storage.links.StoreOutcome.INSERTED;
import static callcentre.storage.links.StoreOutcome.UNCHANGED;
import static callcentre.storage.links.StoreOutcome.UPDATED;
import static org.assertj.core.api.Assertions.assertThat;

import callcentre.cloud.Cloud;
import callcentre.cloud.CloudExtension;
import callcentre.domain.calls.Agent;
import callcentre.domain.calls.Direction;
import callcentre.domain.calls.Party;
import callcentre.domain.calls.WorkflowState;
import callcentre.domain.messages.Attachment;
import callcentre.domain.messages.Delivery;
import callcentre.domain.messages.Message;
import callcentre.domain.messages.MessageFact;
import callcentre.domain.messages.MessageFact.JournalMessage;
import callcentre.domain.messages.MessageFact.ReadEdit;
import callcentre.domain.messages.MessageFact.RemovalEdit;
import callcentre.domain.messages.MessageId;
import callcentre.domain.people.Extension;
import callcentre.domain.phone.PhoneNumber;
import callcentre.storage.Table;
import callcentre.storage.TestStore;
import callcentre.storage.gate.HistoryGate;
import callcentre.storage.history.Retention;
import callcentre.storage.links.StoreOutcome;
import callcentre.storage.links.StoreResult;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@Tag("cloud")
@ExtendWith(CloudExtension.class)
class MessageStoreTest {

  private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");
  private static final InstantSource CLOCK = InstantSource.fixed(NOON.plusSeconds(86_400));
  private static final MessageId ID = new MessageId("66e5d2f0c1a2d3e4f506172b");

  private final TestStore store;
  private final MessageStore messages;
  private final MessageQueries queries;

  MessageStoreTest(Cloud cloud) {
    store = TestStore.with(cloud, Table.SMS_LOGS);
    messages = new MessageStore(store.database(), Retention::forEver);
    queries = new MessageQueries(store.database(), CLOCK);
  }

  @Test
  void aMessageIsReadBackAsTheJournalHasIt() {
    JournalMessage fact = message(ID, NOON);
    assertThat(store(fact)).containsExactly(INSERTED);

    Message stored = queries.find(ID).orElseThrow();
    assertThat(stored.text()).isEqualTo(fact.text());
    assertThat(stored.attachments()).isEqualTo(fact.attachments());
    assertThat(stored.agent()).isEqualTo(fact.agent());
    assertThat(stored.delivery()).isEqualTo(Delivery.SENT);
    assertThat(stored.client()).isEqualTo(fact.client());
  }

  @Test
  void aNewMessageCostsOneReadAndOnePutAndTheSameAgainNoWrite() {
    store.requests().reset();
    store(message(ID, NOON));
    assertThat(store.requests().counts())
        .isEqualTo(Map.of("dynamodb.BatchGetItem", 1, "dynamodb.PutItem", 1));

    store.requests().reset();
    assertThat(store(message(ID, NOON))).containsExactly(UNCHANGED);
    assertThat(store.requests().counts()).isEqualTo(Map.of("dynamodb.BatchGetItem", 1));
  }

  @Test
  void whatAPersonDidWithAMessageIsKeptBesideTheJournal() {
    store(message(ID, NOON));
    assertThat(
            store(
                new ReadEdit(ID, true, NOON.plusSeconds(100)),
                new RemovalEdit(ID, true, NOON.plusSeconds(101))))
        .containsExactly(UPDATED, UPDATED);

    Message stored = queries.find(ID).orElseThrow();
    assertThat(stored.read()).isTrue();
    assertThat(stored.removed()).isTrue();
  }

  @Test
  void messagesOfADayAreCounted() {
    for (int index = 0; index < 5; index++) {
      store(message(new MessageId("66e5d2f0%016x".formatted(index)), NOON.plusSeconds(index)));
    }

    assertThat(queries.count(NOON.plusSeconds(1), NOON.plusSeconds(4))).isEqualTo(3);
  }

  private List<StoreOutcome> store(MessageFact... facts) {
    return messages.store(new HistoryGate(CLOCK).messages(List.of(facts)).admitted()).stream()
        .map(StoreResult::outcome)
        .toList();
  }

  private static JournalMessage message(MessageId id, Instant at) {
    return new JournalMessage(
        id,
        Optional.of("f5e6d7c8-b9aa-4b18-8c7d-6e5f4a3b2c1d"),
        Optional.of(new PhoneNumber("+12125550147")),
        Party.number(new PhoneNumber("+13475550123"), Optional.empty()),
        Direction.OUTGOING,
        Optional.of("Here is the map"),
        at,
        Delivery.SENT,
        List.of(new Attachment("map.png", 48_213, true, false)),
        Optional.of(new Agent(new Extension("101"), Optional.of("Maria Lopez"))),
        false,
        WorkflowState.RESOLVED,
        Optional.empty(),
        true,
        at.plusSeconds(60));
  }
}
