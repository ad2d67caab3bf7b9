package callcentre.storage.sms;

import callcentre.domain.messages.sending.OutgoingId;
import callcentre.domain.messages.sending.OutgoingMessage;
import callcentre.domain.messages.sending.SendGroup;
import callcentre.storage.Table;
import callcentre.storage.VersionConflictException;
import callcentre.storage.Versioned;
import callcentre.storage.database.Database;
import callcentre.storage.database.Transactions;
import callcentre.storage.database.VersionedRows;
import callcentre.storage.history.Retention;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/**
 * The messages that we send: rows {@code m-…} of {@code sms_logs}. Every write is on condition of
 * the version that was read, so of two that want to claim a message one succeeds.
 */
public final class OutgoingMessages {

  private static final int SCHEMA_VERSION = 1;

  private final Database database;
  private final VersionedRows<OutgoingMessage> rows;

  /** Rows that are kept for ever. */
  public OutgoingMessages(Database database) {
    this(database, Retention::forEver);
  }

  /**
   * @param retention asked when a row is written
   */
  public OutgoingMessages(Database database, Supplier<Retention> retention) {
    this.database = database;
    this.rows =
        new VersionedRows<>(database, Table.SMS_LOGS, SCHEMA_VERSION, new OutgoingItems(retention));
  }

  /** A message, strongly consistent: 1 request. */
  public Optional<Versioned<OutgoingMessage>> find(OutgoingId id) {
    return rows.find(OutgoingItems.key(id));
  }

  /** Messages, strongly consistent and in no order: 1 request per 100. */
  public List<Versioned<OutgoingMessage>> findAll(Collection<OutgoingId> ids) {
    return rows.findAll(ids.stream().map(OutgoingItems::key).toList());
  }

  /**
   * Makes the rows that are not there yet; those that are stay as they are, whatever became of
   * them. 1 request, and 1 more when any is missing.
   *
   * @param messages of one batch, at most 100
   * @return all of them as their rows are now
   * @throws VersionConflictException when somebody else kept making them at the same time
   */
  public List<OutgoingMessage> insert(List<OutgoingMessage> messages) {
    return database.conflicts().run(() -> insertMissing(messages));
  }

  /**
   * Writes a message in place of the one that was read. With a claim, or the end of one, its group
   * is written in the same transaction. 1 request.
   *
   * @throws VersionConflictException when the stored row is another one than was read; nothing was
   *     written
   */
  public Versioned<OutgoingMessage> write(Versioned<OutgoingMessage> seen, OutgoingMessage next) {
    Optional<TransactWriteItem> group = groupPart(seen.value(), next);
    if (group.isEmpty()) {
      return rows.put(Optional.of(seen), next).row();
    }
    Put put = rows.prepare(Optional.of(seen), next);
    return database
        .conflicts()
        .run(
            () -> {
              transact(List.of(TransactWriteItem.builder().put(put).build(), group.get()), put);
              return rows.written(Optional.of(seen), next).row();
            });
  }

  /**
   * What is known of groups, strongly consistent: 1 request per 100.
   *
   * @return a group without any member is absent
   */
  public Map<SendGroup, GroupMembers> groups(Collection<SendGroup> groups) {
    Map<String, SendGroup> byKey =
        groups.stream().collect(Collectors.toMap(GroupItems::id, group -> group));
    Map<SendGroup, GroupMembers> members = new HashMap<>();
    database
        .getAll(Table.SMS_LOGS, groups.stream().map(GroupItems::key).toList())
        .forEach(
            item -> {
              GroupMembers read = GroupItems.read(item);
              SendGroup group = byKey.get(item.text("id"));
              if (group != null && !read.states().isEmpty()) {
                members.put(group, read);
              }
            });
    return members;
  }

  /** Notes in its group that a message's record in the journal is known: 1 request. */
  public void noteRecorded(OutgoingMessage message) {
    message.group().ifPresent(group -> GroupItems.noteRecorded(database, group, message.id()));
  }

  private List<OutgoingMessage> insertMissing(List<OutgoingMessage> messages) {
    Map<OutgoingId, OutgoingMessage> there =
        findAll(messages.stream().map(OutgoingMessage::id).toList()).stream()
            .collect(Collectors.toMap(row -> row.value().id(), Versioned::value));
    List<OutgoingMessage> missing =
        messages.stream().filter(message -> !there.containsKey(message.id())).toList();
    List<TransactWriteItem> parts = new ArrayList<>();
    for (OutgoingMessage message : missing) {
      Put put = rows.prepare(Optional.empty(), message);
      parts.add(TransactWriteItem.builder().put(put).build());
    }
    if (!parts.isEmpty()) {
      try {
        database.client().transactWriteItems(request -> request.transactItems(parts));
      } catch (TransactionCanceledException cancelled) {
        if (cancelled.cancellationReasons().stream()
            .anyMatch(reason -> "ConditionalCheckFailed".equals(reason.code()))) {
          throw new VersionConflictException(Table.SMS_LOGS);
        }
        throw cancelled;
      }
    }
    return messages.stream().map(message -> there.getOrDefault(message.id(), message)).toList();
  }

  private void transact(List<TransactWriteItem> parts, Put row) {
    try {
      database.client().transactWriteItems(request -> request.transactItems(parts));
    } catch (TransactionCanceledException cancelled) {
      if (!Transactions.conditionFailed(cancelled, 0)) {
        throw cancelled;
      }
      // The SDK repeats a write whose answer was lost; the row is then already what we wanted.
      if (!Transactions.storedItem(cancelled, 0).equals(row.item())) {
        throw new VersionConflictException(Table.SMS_LOGS);
      }
    }
  }

  /** What a change means to the group: nothing, unless a claim begins, ends or is settled. */
  private Optional<TransactWriteItem> groupPart(OutgoingMessage seen, OutgoingMessage next) {
    if (seen.state() == next.state()) {
      return Optional.empty();
    }
    return switch (next.state()) {
      case SENDING, SENT, UNKNOWN ->
          next.group().map(group -> GroupItems.note(database, group, next.id(), next.state()));
      case QUEUED, SCHEDULED, FAILED, CANCELED, RECEIVED ->
          seen.group().map(group -> GroupItems.forget(database, group, next.id()));
    };
  }
}
