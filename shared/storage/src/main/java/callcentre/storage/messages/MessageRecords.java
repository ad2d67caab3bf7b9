package callcentre.storage.messages;

import callcentre.domain.calls.Agent;
import callcentre.domain.calls.Party;
import callcentre.domain.links.Link;
import callcentre.domain.links.PairEntry;
import callcentre.domain.links.PairKey;
import callcentre.domain.messages.Message;
import callcentre.domain.messages.MessageEvidence;
import callcentre.domain.messages.MessageFact;
import callcentre.domain.messages.log.LoggedMessage;
import callcentre.domain.messages.sending.OutgoingId;
import callcentre.domain.messages.text.Segments;
import callcentre.domain.people.Extension;
import callcentre.domain.phone.PhoneNumber;
import callcentre.storage.Table;
import callcentre.storage.database.ItemReader;
import callcentre.storage.database.ItemWriter;
import callcentre.storage.history.Retention;
import callcentre.storage.history.TimeKeys;
import callcentre.storage.links.RecordKind;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Rows of {@code sms_logs} that the journal knows: its record is the row, and there is no other
 * family to match it with.
 */
final class MessageRecords implements RecordKind<MessageFact, MessageEvidence> {

  private static final int SCHEMA_VERSION = 1;

  private final Supplier<Retention> retention;

  MessageRecords(Supplier<Retention> retention) {
    this.retention = retention;
  }

  @Override
  public Table table() {
    return Table.SMS_LOGS;
  }

  @Override
  public int schemaVersion() {
    return SCHEMA_VERSION;
  }

  @Override
  public String recordOf(MessageFact fact) {
    return fact.id().value();
  }

  @Override
  public Optional<String> rowNamedBy(MessageFact fact) {
    return Optional.empty();
  }

  @Override
  public MessageFact toStore(MessageFact fact, Optional<String> row) {
    return fact;
  }

  @Override
  public MessageEvidence none() {
    return MessageEvidence.NONE;
  }

  @Override
  public ItemWriter write(MessageFact fact) {
    return MessageFactItems.write(fact);
  }

  @Override
  public MessageFact read(String record, ItemReader item) {
    return MessageFactItems.read(record, item);
  }

  @Override
  public ItemWriter columns(String id, MessageEvidence evidence) {
    ItemWriter item = new ItemWriter();
    if (!evidence.isDescribed()) {
      return item;
    }
    Message message = evidence.view();
    Optional<String> client = message.client().phone().map(PhoneNumber::e164);
    return item.text(MessageColumns.MONTH, TimeKeys.month(message.at()))
        .text(MessageColumns.SENT, TimeKeys.of(message.at(), id))
        .text(MessageColumns.BUSINESS_NUMBER, message.businessNumber().map(PhoneNumber::e164))
        .text(
            MessageColumns.EXTENSION, message.agent().map(Agent::extension).map(Extension::digits))
        .text(MessageColumns.CLIENT, client)
        .text(MessageColumns.DIRECTION, message.direction().wireName())
        .text(MessageColumns.SENT_AS, message.sentAs().map(OutgoingId::value))
        .text(MessageColumns.STATUS, LoggedMessage.statusOf(message).wireName())
        .number(MessageColumns.SEGMENTS, Segments.of(message.text().orElse("")).count())
        .number(MessageColumns.FILES, files(message))
        .text(MessageColumns.THREAD, thread(message.businessNumber(), message.client()));
  }

  @Override
  public Map<String, ItemWriter> companions(String id, MessageEvidence evidence) {
    return Map.of();
  }

  @Override
  public Optional<Instant> expires(MessageEvidence evidence) {
    return evidence.isDescribed()
        ? retention.get().expires(evidence.view().at())
        : Optional.empty();
  }

  @Override
  public Optional<PairEntry> entry(MessageEvidence evidence) {
    return Optional.empty();
  }

  @Override
  public Collection<PairKey> near(PairEntry entry) {
    return List.of(entry.key());
  }

  @Override
  public Map<String, Link> resolve(Collection<PairEntry> entries) {
    return Map.of();
  }

  @Override
  public boolean joinsItsPartner(PairEntry.Kind family) {
    return false;
  }

  private static Optional<Long> files(Message message) {
    return message.attachments().isEmpty()
        ? Optional.empty()
        : Optional.of((long) message.attachments().size());
  }

  private static Optional<String> thread(Optional<PhoneNumber> business, Party client) {
    return business.flatMap(
        number -> client.phone().map(other -> number.e164() + "#" + other.e164()));
  }
}
