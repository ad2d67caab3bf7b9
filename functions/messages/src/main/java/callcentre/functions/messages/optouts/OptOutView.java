package callcentre.functions.messages.optouts;

import callcentre.domain.messages.sending.OptOut;
import callcentre.domain.ownership.NumberDirectory;
import callcentre.domain.ownership.OrganisationId;
import callcentre.domain.phone.PhoneNumber;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.Optional;

/**
 * A client's word to one of our numbers.
 *
 * @param number the client's
 * @param optedOut false once it was taken back
 * @param saidBy {@code client} for its own message, else {@code user}
 * @param messageId the message in which the client said so
 * @param userId who noted it
 * @param orgId who owned the business number then, looked up at read
 */
record OptOutView(
    PhoneNumber number,
    PhoneNumber businessNumber,
    boolean optedOut,
    Instant saidAt,
    String saidBy,
    Optional<String> messageId,
    Optional<String> userId,
    @JsonProperty("orgId") Optional<OrganisationId> orgId) {

  private static final String MESSAGE = "message:";
  private static final String USER = "user:";

  static OptOutView of(OptOut word, NumberDirectory owners) {
    Optional<String> message = rest(word, MESSAGE);
    return new OptOutView(
        word.client(),
        word.business(),
        word.stopped(),
        word.saidAt(),
        message.isPresent() ? "client" : "user",
        message,
        rest(word, USER),
        owners.ownerAt(word.business(), word.saidAt()));
  }

  /** As a word of a person is kept. */
  static String saidBy(String userId) {
    return USER + userId;
  }

  private static Optional<String> rest(OptOut word, String kind) {
    return word.saidBy().startsWith(kind)
        ? Optional.of(word.saidBy().substring(kind.length()))
        : Optional.empty();
  }
}
