package callcentre.functions.messages.conversations;

import callcentre.domain.messages.log.LoggedMessage;
import callcentre.domain.ownership.NumberDirectory;
import callcentre.domain.ownership.OrganisationId;
import callcentre.domain.phone.PhoneNumber;
import callcentre.views.MessageView;
import callcentre.views.PartyView;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.Optional;

/**
 * A conversation as the list shows it.
 *
 * @param contact null as long as no contacts are synced
 * @param orgId who owned the business number at the newest message, looked up at read
 * @param lastMessageAt when the newest message was written that the caller may see
 */
record ConversationView(
    Optional<PhoneNumber> businessNumber,
    Optional<PhoneNumber> counterpart,
    PartyView counterpartParty,
    Optional<String> contact,
    @JsonProperty("orgId") Optional<OrganisationId> orgId,
    Instant lastMessageAt,
    MessageView lastMessage) {

  /** The conversation of its newest message. */
  static ConversationView of(LoggedMessage newest, NumberDirectory owners) {
    MessageView message = MessageView.of(newest, owners);
    return new ConversationView(
        newest.businessNumber(),
        newest.client().phone(),
        PartyView.of(newest.client()),
        Optional.empty(),
        message.orgId(),
        newest.at(),
        message);
  }
}
