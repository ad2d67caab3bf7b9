package callcentre.client.messages;

import callcentre.domain.phone.PhoneNumber;
import java.util.List;

/**
 * A text message to one recipient: several in one request would share one answer.
 *
 * @param from a North American number of the account (reference 2.7)
 * @param text may be empty when there are attachments
 * @param attachments none for an SMS
 */
public record NewMessage(
    PhoneNumber from, PhoneNumber to, String text, List<NewAttachment> attachments) {

  public NewMessage {
    attachments = List.copyOf(attachments);
  }

  /**
   * A file of an MMS.
   *
   * @param base64 its bytes in plain base64, without a {@code data:} prefix (reference 3.8, C)
   */
  public record NewAttachment(String name, String base64) {}

  /** What it says belongs to two people. */
  @Override
  public String toString() {
    return "NewMessage[" + text.length() + " characters, " + attachments.size() + " attachments]";
  }
}
