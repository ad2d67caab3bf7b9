package callcentre.simulator.history;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An SMS or MMS.
 *
 * @param agentExtension who wrote it, or null for one that came in
 */
public record TextMessage(
    String requestId,
    String guid,
    Instant at,
    Origin origin,
    Client client,
    String businessNumber,
    @Nullable String agentExtension,
    String text,
    Delivery delivery,
    List<Attachment> attachments,
    Marks firstMarks)
    implements Conversation {

  public TextMessage {
    attachments = List.copyOf(attachments);
  }

  @Override
  public Instant endsAt() {
    return at;
  }

  /** Whether it was sent, in the words of {@code messageDeliveryStatus}. */
  public enum Delivery {
    UNSPECIFIED("unspecified"),
    NOT_SENT("notSent"),
    SENT("sent");

    private final String word;

    Delivery(String word) {
      this.word = word;
    }

    /** The word of the journal. */
    public String word() {
      return word;
    }
  }

  /**
   * A file of an MMS.
   *
   * @param sizeBytes 1 or more
   * @param content what was sent, read-only; null for a file that is made up from its size
   */
  public record Attachment(
      String fileName, int sizeBytes, boolean isImage, @Nullable ByteBuffer content) {

    /** A made-up file. */
    public Attachment(String fileName, int sizeBytes, boolean isImage) {
      this(fileName, sizeBytes, isImage, null);
    }
  }
}
