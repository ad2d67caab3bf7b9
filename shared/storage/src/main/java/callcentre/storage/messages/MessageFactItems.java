package callcentre.storage.messages;

import callcentre.domain.calls.Direction;
import callcentre.domain.calls.WorkflowState;
import callcentre.domain.messages.Attachment;
import callcentre.domain.messages.Delivery;
import callcentre.domain.messages.MessageFact;
import callcentre.domain.messages.MessageFact.Absence;
import callcentre.domain.messages.MessageFact.JournalMessage;
import callcentre.domain.messages.MessageFact.ReadEdit;
import callcentre.domain.messages.MessageFact.RemovalEdit;
import callcentre.domain.messages.MessageFact.SentAs;
import callcentre.domain.messages.MessageId;
import callcentre.domain.messages.MessageSource;
import callcentre.domain.messages.sending.OutgoingId;
import callcentre.domain.phone.PhoneNumber;
import callcentre.storage.calls.PartyItems;
import callcentre.storage.database.ItemReader;
import callcentre.storage.database.ItemWriter;
import java.time.Instant;

/** The facts of a text message as maps inside its row. */
final class MessageFactItems {

  private static final String SOURCE = "source";
  private static final String AT = "at";
  private static final String GUID = "guid";
  private static final String BUSINESS_NUMBER = "business_number";
  private static final String CLIENT = "client";
  private static final String DIRECTION = "direction";
  private static final String TEXT = "text";
  private static final String SENT = "sent";
  private static final String DELIVERY = "delivery";
  private static final String ATTACHMENTS = "attachments";
  private static final String AGENT = "agent";
  private static final String READ = "read";
  private static final String WORKFLOW = "workflow";
  private static final String COMMENT = "comment";
  private static final String AVAILABLE = "available";
  private static final String REMOVED = "removed";
  private static final String MESSAGE = "message";
  private static final String NAME = "name";
  private static final String BYTES = "bytes";
  private static final String IMAGE = "image";
  private static final String EXPIRED = "expired";

  private MessageFactItems() {}

  static ItemWriter write(MessageFact fact) {
    ItemWriter item =
        new ItemWriter().text(SOURCE, fact.source().wireName()).time(AT, fact.observedAt());
    return switch (fact) {
      case JournalMessage journal ->
          item.text(GUID, journal.guid())
              .text(BUSINESS_NUMBER, journal.businessNumber().map(PhoneNumber::e164))
              .map(CLIENT, PartyItems.write(journal.client()))
              .text(DIRECTION, journal.direction().wireName())
              .text(TEXT, journal.text())
              .time(SENT, journal.at())
              .text(DELIVERY, journal.delivery().wireName())
              .maps(ATTACHMENTS, journal.attachments().stream().map(MessageFactItems::of).toList())
              .map(AGENT, journal.agent().map(PartyItems::write))
              .flag(READ, journal.read())
              .text(WORKFLOW, journal.workflow().wireName())
              .text(COMMENT, journal.comment())
              .flag(AVAILABLE, journal.available());
      case Absence absence -> item;
      case ReadEdit edit -> item.flag(READ, edit.read());
      case RemovalEdit edit -> item.flag(REMOVED, edit.removed());
      case SentAs own -> item.text(MESSAGE, own.message().value());
    };
  }

  static MessageFact read(String record, ItemReader item) {
    MessageId id = new MessageId(record);
    Instant at = item.time(AT);
    MessageSource source = item.read(SOURCE, text -> MessageSource.ofWireName(text).orElseThrow());
    return switch (source) {
      case JOURNAL -> readJournal(id, item, at);
      case ABSENCE -> new Absence(id, at);
      case READ_EDIT -> new ReadEdit(id, item.flag(READ), at);
      case REMOVAL_EDIT -> new RemovalEdit(id, item.flag(REMOVED), at);
      case SENT_AS ->
          new SentAs(id, item.read(MESSAGE, text -> OutgoingId.find(text).orElseThrow()), at);
    };
  }

  private static JournalMessage readJournal(MessageId id, ItemReader item, Instant at) {
    return new JournalMessage(
        id,
        item.findText(GUID),
        PartyItems.findNumber(item, BUSINESS_NUMBER),
        PartyItems.readParty(item.map(CLIENT)),
        item.read(DIRECTION, text -> Direction.ofWireName(text).orElseThrow()),
        item.findText(TEXT),
        item.time(SENT),
        item.read(DELIVERY, text -> Delivery.ofWireName(text).orElseThrow()),
        item.maps(ATTACHMENTS).stream().map(MessageFactItems::readAttachment).toList(),
        item.findMap(AGENT).map(PartyItems::readAgent),
        item.flag(READ),
        item.read(WORKFLOW, text -> WorkflowState.ofWireName(text).orElseThrow()),
        item.findText(COMMENT),
        item.flag(AVAILABLE),
        at);
  }

  private static ItemWriter of(Attachment attachment) {
    return new ItemWriter()
        .text(NAME, attachment.fileName())
        .number(BYTES, attachment.sizeBytes())
        .flag(IMAGE, attachment.image())
        .flag(EXPIRED, attachment.expired());
  }

  private static Attachment readAttachment(ItemReader item) {
    return new Attachment(
        item.text(NAME), item.number(BYTES), item.flag(IMAGE), item.flag(EXPIRED));
  }
}
