package callcentre.views;

import callcentre.domain.calls.Direction;
import callcentre.domain.calls.Party;
import callcentre.domain.messages.log.LoggedFile;
import callcentre.domain.messages.log.LoggedMessage;
import callcentre.domain.messages.sending.OutgoingId;
import callcentre.domain.messages.sending.SendError;
import callcentre.domain.ownership.NumberDirectory;
import callcentre.domain.ownership.OrganisationId;
import callcentre.domain.phone.PhoneNumber;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A message as answers show it (contract: {@code GET …/sms-logs}).
 *
 * @param createdAt when it was accepted here, or its time in the journal; lists are in this order
 * @param sentAt when the provider accepted it, or had it from the client; null as long as nobody
 *     knows that it did
 * @param agent who sent it, or whom the journal names
 * @param contact null as long as no contacts are synced
 * @param orgId who owned the business number then, looked up at read
 */
public record MessageView(
    String id,
    Optional<PhoneNumber> from,
    Optional<PhoneNumber> to,
    PartyView fromParty,
    PartyView toParty,
    String direction,
    String status,
    Optional<String> message,
    String encoding,
    int segments,
    List<FileView> attachments,
    Optional<AgentView> agent,
    Optional<String> contact,
    Instant createdAt,
    Optional<Instant> sentAt,
    Optional<Instant> notBefore,
    Optional<ErrorView> error,
    Optional<String> retryOf,
    @JsonProperty("orgId") Optional<OrganisationId> orgId,
    boolean removed) {

  /** The message, with its owner as the directory knows it. */
  public static MessageView of(LoggedMessage message, NumberDirectory owners) {
    Party business =
        message
            .businessNumber()
            .map(number -> Party.number(number, Optional.empty()))
            .orElseGet(() -> Party.anonymous(Optional.empty()));
    boolean cameIn = message.direction() == Direction.INCOMING;
    Party from = cameIn ? message.client() : business;
    Party to = cameIn ? business : message.client();
    return new MessageView(
        message.id(),
        from.phone(),
        to.phone(),
        PartyView.of(from),
        PartyView.of(to),
        message.direction().wireName(),
        message.status().wireName(),
        message.text(),
        message.encoding().wireName(),
        message.segments(),
        message.files().stream().map(FileView::of).toList(),
        message.agent().map(AgentView::of),
        Optional.empty(),
        message.at(),
        message.sentAt(),
        message.notBefore(),
        message.error().map(ErrorView::of),
        message.retryOf().map(OutgoingId::value),
        message.businessNumber().flatMap(number -> owners.ownerAt(number, message.at())),
        message.removed());
  }

  /**
   * A file of a message; its bytes are not offered here.
   *
   * @param sizeBytes null where nobody said
   */
  public record FileView(String name, Optional<Long> sizeBytes) {

    static FileView of(LoggedFile file) {
      return new FileView(file.name(), file.sizeBytes());
    }
  }

  /**
   * Why it failed, waits, or is unknown.
   *
   * @param code for programs
   * @param reason for people: what happened, what was kept, what to do
   */
  public record ErrorView(String code, String reason) {

    static ErrorView of(SendError error) {
      return new ErrorView(error.code(), error.reason());
    }
  }
}
