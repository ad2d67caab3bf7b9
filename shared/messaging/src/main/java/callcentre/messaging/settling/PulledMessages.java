package callcentre.messaging.settling;

import callcentre.domain.calls.Direction;
import callcentre.domain.calls.Party;
import callcentre.domain.messages.Delivery;
import callcentre.domain.messages.MessageFact;
import callcentre.domain.messages.MessageFact.JournalMessage;
import callcentre.domain.messages.sending.SendGroup;
import callcentre.domain.phone.PhoneNumber;
import callcentre.storage.sms.GroupMembers;
import callcentre.storage.sms.OutgoingMessages;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.LongStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Settles what a page of the journal brought news of. */
public final class PulledMessages {

  private static final Logger LOG = LoggerFactory.getLogger(PulledMessages.class);

  private final OutgoingMessages messages;
  private final JournalSettling settling;

  public PulledMessages(OutgoingMessages messages, JournalSettling settling) {
    this.messages = messages;
    this.settling = settling;
  }

  /**
   * Settles the groups that stored facts belong to: no request when nothing outgoing is among them,
   * 1 per 33 outgoing messages, and what {@link JournalSettling#settle} costs for a group that the
   * journal has news of. What fails is told and done again with the next pull, which reads the last
   * three quarters of an hour again.
   *
   * @param facts of the journal, stored
   */
  public void settle(Collection<MessageFact> facts) {
    Map<SendGroup, JournalMessage> near = new LinkedHashMap<>();
    for (MessageFact fact : facts) {
      if (fact instanceof JournalMessage message && message.direction() == Direction.OUTGOING) {
        groups(message).forEach(group -> near.merge(group, message, PulledMessages::worse));
      }
    }
    if (near.isEmpty()) {
      return;
    }
    try {
      settle(near, messages.groups(near.keySet()));
    } catch (RuntimeException failed) {
      LOG.atError()
          .setCause(failed)
          .log("sms: the journal was not compared with what was sent; the next pull does it again");
    }
  }

  private void settle(Map<SendGroup, JournalMessage> near, Map<SendGroup, GroupMembers> groups) {
    Set<SendGroup> done = new HashSet<>();
    int settled = 0;
    int recorded = 0;
    for (Map.Entry<SendGroup, JournalMessage> pulled : near.entrySet()) {
      SendGroup group = pulled.getKey();
      GroupMembers members = groups.get(group);
      boolean isNews =
          members != null
              && (!members.areAllRecorded() || pulled.getValue().delivery() == Delivery.NOT_SENT);
      if (isNews && !done.contains(group)) {
        Chain chain = Chain.around(group, messages);
        groups.keySet().stream().filter(chain::has).forEach(done::add);
        JournalSettling.Outcome outcome = settling.settle(chain);
        settled += outcome.settled();
        recorded += outcome.recorded();
      }
    }
    if (!done.isEmpty()) {
      LOG.atInfo()
          .addKeyValue("sms_settled", settled)
          .addKeyValue("sms_recorded", recorded)
          .log("sms: compared with the journal");
    }
  }

  /** One that was not sent is news, whatever the others of its group say. */
  private static JournalMessage worse(JournalMessage one, JournalMessage other) {
    return one.delivery() == Delivery.NOT_SENT ? one : other;
  }

  /** Its request was made in the stretch of its time, or in one beside it: clocks differ. */
  private static List<SendGroup> groups(JournalMessage message) {
    Optional<PhoneNumber> business = message.businessNumber();
    Optional<PhoneNumber> client = Optional.of(message.client()).flatMap(Party::phone);
    List<SendGroup> groups = new ArrayList<>();
    if (business.isPresent() && client.isPresent()) {
      SendGroup own =
          SendGroup.of(business.get(), client.get(), message.text().orElse(""), message.at());
      LongStream.rangeClosed(-1, 1).mapToObj(own::moved).forEach(groups::add);
    }
    return groups;
  }
}
