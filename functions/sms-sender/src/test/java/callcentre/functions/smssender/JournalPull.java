package callcentre.functions.smssender;

import callcentre.aws.Environment;
import callcentre.aws.Secrets;
import callcentre.client.CallContext;
import callcentre.client.Deadline;
import callcentre.client.MightyCallClients;
import callcentre.client.facts.JournalFacts;
import callcentre.client.facts.JournalReading;
import callcentre.client.journal.JournalEntry;
import callcentre.client.journal.JournalFilter;
import callcentre.client.journal.JournalPage;
import callcentre.client.journal.JournalQuery;
import callcentre.domain.budget.RequestClass;
import callcentre.domain.messages.Message;
import callcentre.domain.messages.MessageFact;
import callcentre.messaging.settling.JournalSettling;
import callcentre.messaging.settling.PulledMessages;
import callcentre.storage.database.Database;
import callcentre.storage.gate.HistoryGate;
import callcentre.storage.history.Retention;
import callcentre.storage.messages.MessageQueries;
import callcentre.storage.messages.MessageStore;
import callcentre.storage.sms.OutgoingMessages;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;

/** Pulls the journal's messages into the log of a stage, as the sync does. */
final class JournalPull {

  private final SmsStage stage;
  private final Database counted;

  /**
   * @param counted whose requests are counted, those of comparing
   */
  JournalPull(SmsStage stage, Database counted) {
    this.stage = stage;
    this.counted = counted;
  }

  /** Stores what the journal shows and compares it with what was sent. */
  void sync() {
    sync(() -> true);
  }

  /**
   * @return whether there was time to compare all of it
   */
  boolean sync(BooleanSupplier hasTime) {
    List<MessageFact> read = store();
    OutgoingMessages sent = new OutgoingMessages(counted);
    return new PulledMessages(
            sent,
            new JournalSettling(
                sent,
                new MessageQueries(counted, stage.simulator.clock()),
                new MessageStore(counted, Retention::forEver),
                stage.simulator.clock()))
        .settle(read, hasTime);
  }

  /** Stores what the journal shows. */
  List<MessageFact> store() {
    Instant now = stage.simulator.clock().instant();
    List<MessageFact> read = new ArrayList<>();
    JournalFacts facts = new JournalFacts(SmsStage.OURS::equals);
    for (JournalEntry entry : page(now).rows().read()) {
      if (facts.read(entry, now) instanceof JournalReading.MessageRow row) {
        read.add(row.message());
      }
    }
    new MessageStore(stage.database, Retention::forEver)
        .store(new HistoryGate(stage.simulator.clock()).messages(read).admitted());
    return read;
  }

  private JournalPage page(Instant now) {
    return MightyCallClients.of(
            new Environment(stage.variables),
            stage.database,
            new Secrets(stage.clients()::secretsManager, stage.simulator.clock()),
            stage.simulator.clock())
        .account()
        .journal()
        .list(
            JournalQuery.of(JournalFilter.window(now.minus(Duration.ofDays(2)), now), 1000),
            new CallContext(
                RequestClass.SYNC, Deadline.in(Duration.ofSeconds(60), stage.simulator.clock())));
  }

  /** The stored records of messages between {@link SmsStage#OURS} and {@link SmsStage#CLIENT}. */
  List<Message> records() {
    Instant start = SmsStage.START;
    return new MessageQueries(stage.database, stage.simulator.clock())
        .between(
            SmsStage.OURS,
            SmsStage.CLIENT,
            start.minus(Duration.ofDays(1)),
            start.plus(Duration.ofDays(1)));
  }
}
