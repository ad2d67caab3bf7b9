package callcentre.domain.messages;

import callcentre.domain.evidence.ProviderIds;
import java.util.Optional;

/**
 * The id of a message: its journal record's.
 *
 * @param value 24 hexadecimal digits in lower case
 */
public record MessageId(String value) implements Comparable<MessageId> {

  public MessageId {
    if (!ProviderIds.journalId(value).filter(value::equals).isPresent()) {
      throw new IllegalArgumentException(
          "a message id is 24 hexadecimal digits, in lower case: " + value);
    }
  }

  /** Reads an id in any case; empty when the text is none. */
  public static Optional<MessageId> find(String text) {
    return ProviderIds.journalId(text).map(MessageId::new);
  }

  @Override
  public int compareTo(MessageId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
