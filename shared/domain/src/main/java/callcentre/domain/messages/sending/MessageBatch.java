package callcentre.domain.messages.sending;

import callcentre.domain.messages.text.Segments;
import callcentre.domain.people.Extension;
import callcentre.domain.phone.PhoneNumber;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * What a person asked for in one request: one text from one number to some people.
 *
 * @param id 8 to 40 digits and lower-case letters
 * @param to 1 to {@link #MOST_RECIPIENTS}, each once
 * @param text at most {@link #LONGEST_TEXT} characters; empty only with attachments
 * @param attachments names of the files that are stored under the batch's id, at most {@link
 *     #MOST_ATTACHMENTS}
 * @param userId who asked
 * @param extension theirs, if they have one
 * @param retryOf the message that this one is a person's second try of
 */
public record MessageBatch(
    String id,
    PhoneNumber from,
    List<PhoneNumber> to,
    String text,
    List<String> attachments,
    String userId,
    Optional<Extension> extension,
    Optional<OutgoingId> retryOf,
    Instant acceptedAt) {

  /** Recipients of one request (contract: send-sms). */
  public static final int MOST_RECIPIENTS = 50;

  /** Characters of a text (contract: send-sms). */
  public static final int LONGEST_TEXT = 1_600;

  /** Files of a message (contract: send-sms). */
  public static final int MOST_ATTACHMENTS = 5;

  /** Bytes of all files together, decoded (contract: send-sms). */
  public static final int MOST_ATTACHED_BYTES = 1_048_576;

  public MessageBatch {
    to = List.copyOf(to);
    attachments = List.copyOf(attachments);
    if (to.isEmpty() || to.size() > MOST_RECIPIENTS || new HashSet<>(to).size() < to.size()) {
      throw new IllegalArgumentException("a batch has 1 to 50 recipients, each once: " + to.size());
    }
    if (text.length() > LONGEST_TEXT || (text.isEmpty() && attachments.isEmpty())) {
      throw new IllegalArgumentException(
          "a batch has a text of at most 1,600 characters or attachments: " + text.length());
    }
    if (attachments.size() > MOST_ATTACHMENTS) {
      throw new IllegalArgumentException("a batch has at most 5 files: " + attachments.size());
    }
  }

  /** Its messages, always the same: one for each recipient, in their order. */
  public List<OutgoingMessage> messages() {
    Segments segments = Segments.of(text);
    return IntStream.range(0, to.size())
        .mapToObj(recipient -> OutgoingMessage.queued(this, recipient, segments))
        .toList();
  }
}
