package callcentre.domain.messages.sending;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The id of a message that we send. It follows from what was accepted, so spreading a batch into
 * its messages twice makes the same rows.
 *
 * @param batch of {@link MessageBatch}
 * @param recipient its place among the recipients, from 0
 */
public record OutgoingId(String batch, int recipient) {

  /** What every row of an outgoing message begins with; no journal id does. */
  public static final String PREFIX = "m-";

  private static final Pattern FORM = Pattern.compile("m-([0-9a-z]{8,40})-([0-9]{1,3})");

  public OutgoingId {
    if (!FORM.matcher(text(batch, recipient)).matches()) {
      throw new IllegalArgumentException("no id of a message: " + batch + ", " + recipient);
    }
  }

  /** Reads an id; empty when the text is none. */
  public static Optional<OutgoingId> find(String text) {
    Matcher form = FORM.matcher(text);
    return form.matches()
        ? Optional.of(new OutgoingId(form.group(1), Integer.parseInt(form.group(2))))
        : Optional.empty();
  }

  /** The id as it is in rows and answers. */
  public String value() {
    return text(batch, recipient);
  }

  @Override
  public String toString() {
    return value();
  }

  private static String text(String batch, int recipient) {
    return PREFIX + batch + "-" + recipient;
  }
}
