package callcentre.storage.sms;

import callcentre.domain.messages.sending.OutgoingId;
import callcentre.domain.messages.sending.OutgoingMessage;
import callcentre.storage.database.ItemReader;
import callcentre.storage.history.Retention;
import java.util.Optional;

/** Recognises the messages that we send among items of {@code sms_logs}. */
public final class OutgoingRows {

  private static final OutgoingItems ITEMS = new OutgoingItems(Retention::forEver);

  private OutgoingRows() {}

  /** The message of an item; empty when the item is something else. */
  public static Optional<OutgoingMessage> read(ItemReader item) {
    return OutgoingId.find(item.text("id")).map(id -> ITEMS.read(item));
  }
}
