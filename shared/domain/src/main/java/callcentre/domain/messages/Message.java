package callcentre.domain.messages;

import callcentre.domain.calls.Agent;
import callcentre.domain.calls.Direction;
import callcentre.domain.calls.Party;
import callcentre.domain.calls.WorkflowState;
import callcentre.domain.messages.sending.OutgoingId;
import callcentre.domain.phone.PhoneNumber;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A text message as people see it: a pure function of its {@link MessageEvidence}.
 *
 * @param client the end that is not ours
 * @param text empty for a message of files alone
 * @param removed gone at the provider; the row stays
 * @param sentAs the message of ours that this is the journal's record of; its own row shows both
 */
public record Message(
    MessageId id,
    Optional<PhoneNumber> businessNumber,
    Party client,
    Direction direction,
    Optional<String> text,
    Instant at,
    Delivery delivery,
    List<Attachment> attachments,
    Optional<Agent> agent,
    boolean read,
    WorkflowState workflow,
    Optional<String> comment,
    boolean removed,
    List<MessageSource> sources,
    Optional<OutgoingId> sentAs) {

  public Message {
    attachments = List.copyOf(attachments);
    sources = List.copyOf(sources);
  }
}
