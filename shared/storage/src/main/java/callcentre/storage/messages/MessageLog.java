package callcentre.storage.messages;

import callcentre.domain.calls.Direction;
import callcentre.domain.messages.MessageEvidence;
import callcentre.domain.messages.MessageFact;
import callcentre.domain.messages.MessageId;
import callcentre.domain.messages.log.LoggedMessage;
import callcentre.domain.messages.sending.OutgoingId;
import callcentre.domain.messages.sending.SendState;
import callcentre.domain.people.Extension;
import callcentre.domain.phone.PhoneNumber;
import callcentre.storage.Page;
import callcentre.storage.PageKey;
import callcentre.storage.Table;
import callcentre.storage.Versioned;
import callcentre.storage.database.Database;
import callcentre.storage.database.ItemReader;
import callcentre.storage.database.VersionedRows;
import callcentre.storage.history.HistoryPages;
import callcentre.storage.history.Retention;
import callcentre.storage.history.TimeKeys;
import callcentre.storage.links.Found;
import callcentre.storage.links.LinkedImages;
import callcentre.storage.links.LinkedReader;
import callcentre.storage.links.RowImage;
import callcentre.storage.sms.OutgoingRows;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Reads messages as people see them: table {@code sms_logs}. What we sent and what the journal
 * tells of are in one order; the journal's record of a message that we sent is not shown beside it.
 */
public final class MessageLog {

  private static final LinkedImages<MessageFact, MessageEvidence> IMAGES =
      new LinkedImages<>(new MessageRecords(Retention::forEver));

  private final Database database;
  private final LinkedReader<MessageFact, MessageEvidence> journal;
  private final InstantSource clock;

  /**
   * @param clock tells which rows are over
   */
  public MessageLog(Database database, InstantSource clock) {
    this.database = database;
    this.journal = new LinkedReader<>(database, new MessageRecords(Retention::forEver), clock);
    this.clock = clock;
  }

  /**
   * A message, strongly consistent: 1 request, 2 when the id is the journal's for a message that we
   * sent: then that one is found.
   *
   * @param id an {@link OutgoingId} or {@link MessageId}; anything else finds nothing
   */
  public Optional<LoggedMessage> find(String id) {
    Optional<String> known =
        OutgoingId.find(id)
            .map(OutgoingId::value)
            .or(() -> MessageId.find(id).map(MessageId::value));
    return known.flatMap(this::read).flatMap(this::shown);
  }

  /**
   * A page, newest first: 2 requests as a rule, 1 per number where a few numbers are read, at most
   * {@link HistoryPages#MOST_QUERIES} queries and as many reads of rows; the page may then be short
   * although more follow.
   *
   * @param limit 1 or more
   */
  public Page<LoggedMessage> page(MessageLogQuery query, int limit, Optional<PageKey> from) {
    return versionedPage(query, limit, from).map(Versioned::value);
  }

  /** The rows of {@link #page} with their versions. */
  public Page<Versioned<LoggedMessage>> versionedPage(
      MessageLogQuery query, int limit, Optional<PageKey> from) {
    MessageLanes lanes = new MessageLanes(query);
    return new HistoryPages<Versioned<LoggedMessage>>(
            database,
            lanes.stretches(),
            lanes.isSelective(),
            item -> isCandidate(query, item),
            this::versionedRows,
            row -> query.matches(row.value()))
        .page(limit, from);
  }

  /** Messages by their ids, strongly consistent; copies are left out. 1 request per 100. */
  Map<String, LoggedMessage> rows(Collection<String> ids) {
    Map<String, LoggedMessage> messages = new HashMap<>();
    versionedRows(ids).forEach((id, row) -> messages.put(id, row.value()));
    return messages;
  }

  private Map<String, Versioned<LoggedMessage>> versionedRows(Collection<String> ids) {
    List<ItemReader> items =
        database.getAll(Table.SMS_LOGS, ids.stream().map(Table.SMS_LOGS::key).toList());
    Map<String, Versioned<LoggedMessage>> messages = new HashMap<>();
    List<ItemReader> others = new ArrayList<>();
    for (ItemReader item : items) {
      Optional<LoggedMessage> ours = ours(item);
      ours.ifPresent(
          message -> messages.put(message.id(), new Versioned<>(message, version(item))));
      if (ours.isEmpty() && MessageColumns.sentAs(item).isEmpty()) {
        others.add(item);
      }
    }
    journal
        .rowsAmong(others)
        .forEach(
            (id, row) ->
                view(row)
                    .ifPresent(
                        message -> messages.put(id, new Versioned<>(message, row.version()))));
    return messages;
  }

  /**
   * What an item of the table says that came by another way, for example by its stream. The
   * journal's record of a message that we sent is folded into that one.
   */
  public static Optional<RowImage<LoggedMessage>> image(Map<String, AttributeValue> attributes) {
    ItemReader item = new ItemReader(Table.SMS_LOGS, attributes);
    Optional<LoggedMessage> ours = OutgoingRows.read(item).map(LoggedMessage::of);
    if (ours.isPresent()) {
      return Optional.of(new RowImage.Shown<>(ours.get().id(), ours.get(), version(item)));
    }
    Optional<OutgoingId> original = MessageColumns.sentAs(item);
    return original.isPresent()
        ? Optional.of(new RowImage.Folded<>(item.text("id"), original.get().value(), version(item)))
        : IMAGES.read(item, MessageLog::view);
  }

  private static long version(ItemReader item) {
    return item.number(VersionedRows.VERSION);
  }

  private Optional<ItemReader> read(String id) {
    return database.get(Table.SMS_LOGS, Table.SMS_LOGS.key(id));
  }

  private Optional<LoggedMessage> shown(ItemReader item) {
    Optional<OutgoingId> original = MessageColumns.sentAs(item);
    if (original.isPresent()) {
      return read(original.get().value()).flatMap(this::ours);
    }
    return ours(item)
        .or(
            () ->
                journal.rowsAmong(List.of(item)).values().stream()
                    .findFirst()
                    .flatMap(MessageLog::view));
  }

  private Optional<LoggedMessage> ours(ItemReader item) {
    return isOver(item) ? Optional.empty() : OutgoingRows.read(item).map(LoggedMessage::of);
  }

  /** DynamoDB removes expired items days later (developer guide, "Time to Live"). */
  private boolean isOver(ItemReader item) {
    return item.findNumber("ttl")
        .map(Instant::ofEpochSecond)
        .filter(clock.instant()::isAfter)
        .isPresent();
  }

  private static Optional<LoggedMessage> view(Found<MessageEvidence> row) {
    return row.evidence().isDescribed()
        ? Optional.of(LoggedMessage.of(row.evidence().view()))
        : Optional.empty();
  }

  /** What the index knows decides early; that of conversations knows nothing. */
  private static boolean isCandidate(MessageLogQuery query, ItemReader item) {
    Optional<String> status = item.findText(MessageColumns.STATUS);
    if (status.isEmpty()) {
      return true;
    }
    Instant at = item.read(MessageColumns.SENT, TimeKeys::timeOf);
    Optional<PhoneNumber> number =
        item.findText(MessageColumns.BUSINESS_NUMBER).map(PhoneNumber::new);
    List<Extension> agent =
        item.findText(MessageColumns.EXTENSION).map(Extension::new).stream().toList();
    return MessageColumns.sentAs(item).isEmpty()
        && (query.statuses().isEmpty()
            || SendState.ofWireName(status.get()).filter(query.statuses()::contains).isPresent())
        && (query.direction().isEmpty()
            || item.findText(MessageColumns.DIRECTION)
                .flatMap(Direction::ofWireName)
                .equals(query.direction()))
        && (query.client().isEmpty()
            || item.findText(MessageColumns.CLIENT).map(PhoneNumber::new).equals(query.client()))
        && (query.businessNumber().isEmpty() || query.businessNumber().equals(number))
        && (query.extension().isEmpty() || agent.contains(query.extension().get()))
        && (query.scope().contains(number, agent, at)
            || query.scope().contains(number, agent, at.plus(TimeKeys.CUT)));
  }
}
