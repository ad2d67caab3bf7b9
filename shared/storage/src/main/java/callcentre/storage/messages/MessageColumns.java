package callcentre.storage.messages;

import callcentre.domain.messages.sending.OutgoingId;
import callcentre.storage.database.ItemReader;
import java.util.Optional;

/** The attributes of {@code sms_logs} that its indexes have (docs/tables.md). */
final class MessageColumns {

  static final String MONTH = "month";
  static final String SENT = "sent";
  static final String BUSINESS_NUMBER = "business_number";
  static final String EXTENSION = "extension";
  static final String CLIENT = "client";
  static final String DIRECTION = "direction";
  static final String STATUS = "status";
  static final String THREAD = "thread";

  static final String SEGMENTS = "segments";

  /** How many files it has; absent when it has none. */
  static final String FILES = "files";

  /** In the journal's record of a message that we sent: the id of that message. */
  static final String SENT_AS = "sent_as";

  private MessageColumns() {}

  static Optional<OutgoingId> sentAs(ItemReader item) {
    return item.findText(SENT_AS).flatMap(OutgoingId::find);
  }
}
