package callcentre.functions.syncworker.history;

import callcentre.client.MightyCallClient;
import callcentre.client.facts.CallFacts;
import callcentre.client.facts.JournalFacts;
import callcentre.domain.sync.Dataset;
import callcentre.functions.syncworker.pull.DatasetSync;
import callcentre.messaging.settling.JournalSettling;
import callcentre.messaging.settling.PulledMessages;
import callcentre.storage.calls.CallQueries;
import callcentre.storage.calls.CallStore;
import callcentre.storage.database.Database;
import callcentre.storage.extensions.ExtensionRepository;
import callcentre.storage.gate.HistoryGate;
import callcentre.storage.history.Retention;
import callcentre.storage.messages.MessageQueries;
import callcentre.storage.messages.MessageStore;
import callcentre.storage.numbers.PhoneNumberRepository;
import callcentre.storage.sms.OptOutWords;
import callcentre.storage.sms.OptOuts;
import callcentre.storage.sms.OutgoingMessages;
import callcentre.storage.voicemails.VoicemailQueries;
import callcentre.storage.voicemails.VoicemailStore;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** Puts the pulls of history together; making it reads nothing. */
public final class HistoryParts {

  /** The largest page that the provider gives (reference 2.4). */
  public static final int LARGEST_PAGE = 1_000;

  private final int pageSize;
  private final MightyCallClient provider;
  private final Database database;
  private final HistoryGate gate;
  private final HistoryRows.Tables tables;

  /**
   * @param messagesKept how long messages are kept, asked when a row is written
   * @param pageSize rows of a page, at most {@link #LARGEST_PAGE}
   */
  public HistoryParts(
      MightyCallClient provider,
      Database database,
      InstantSource clock,
      Supplier<Retention> messagesKept,
      int pageSize) {
    this.pageSize = pageSize;
    this.provider = provider;
    this.database = database;
    this.gate = new HistoryGate(clock);
    OutgoingMessages outgoing = new OutgoingMessages(database, messagesKept);
    MessageStore messages = new MessageStore(database, messagesKept);
    MessageQueries messageRows = new MessageQueries(database, clock);
    this.tables =
        new HistoryRows.Tables(
            new CallStore(database, Retention::forEver),
            new CallQueries(database, clock),
            new VoicemailStore(database, Retention::forEver),
            new VoicemailQueries(database, clock),
            messages,
            messageRows,
            new OptOutWords(new OptOuts(database)),
            new PulledMessages(
                outgoing, new JournalSettling(outgoing, messageRows, messages, clock)));
  }

  /** Pulls what is new of a dataset of history. */
  public DatasetSync sync(Dataset dataset) {
    return watched(seen -> new HistorySync(family(dataset, seen)));
  }

  /** Brings older history. */
  public DatasetSync backfill() {
    return watched(seen -> new BackfillSync(dataset -> family(dataset, seen)));
  }

  /** What was seen is stored however the pull ends: its pages are not read again. */
  private DatasetSync watched(Function<SeenExtensions, DatasetSync> pulls) {
    return (pull, tally) -> {
      SeenExtensions seen = new SeenExtensions(new ExtensionRepository(database));
      Optional<String> cursor;
      try {
        cursor = pulls.apply(seen).run(pull, tally);
      } catch (RuntimeException stopped) {
        try {
          seen.store(tally);
        } catch (RuntimeException notStored) {
          stopped.addSuppressed(notStored);
        }
        throw stopped;
      }
      seen.store(tally);
      return cursor;
    };
  }

  private HistoryFamily family(Dataset dataset, SeenExtensions seen) {
    HistoryRows rows = new HistoryRows(gate, tables, seen);
    OwnNumbers own = OwnNumbers.of(new PhoneNumberRepository(database));
    return switch (dataset) {
      case JOURNAL -> new JournalFamily(provider.journal(), new JournalFacts(own), rows, pageSize);
      case CALLS -> new CallFamily(provider.calls(), new CallFacts(own), rows, pageSize);
      case VOICEMAILS -> new VoicemailFamily(provider.voicemails(), rows, pageSize);
      case NUMBERS, EXTENSIONS, BACKFILL ->
          throw new IllegalArgumentException(dataset.wireName() + " is not pulled by windows");
    };
  }
}
