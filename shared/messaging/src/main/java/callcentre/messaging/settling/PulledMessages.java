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
import java.util.function.BooleanSupplier;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
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
   * journal has news of. A group that fails is told, holds up no other, and is compared again by
   * the next pull, which reads the last three quarters of an hour again.
   *
   * @param facts of the journal, stored
   * @param hasTime asked before each group that there is news of
   * @return whether all were compared; if not, the same facts are to be brought again, and what was
   *     done is no news then
   */
  public boolean settle(Collection<MessageFact> facts, BooleanSupplier hasTime) {
    Map<SendGroup, JournalMessage> near = new LinkedHashMap<>();
    for (MessageFact fact : facts) {
      if (fact instanceof JournalMessage message && message.direction() == Direction.OUTGOING) {
        groups(message).forEach(group -> near.merge(group, message, PulledMessages::worse));
      }
    }
    if (near.isEmpty()) {
      return true;
    }
    Map<SendGroup, GroupMembers> groups;
    try {
      groups = messages.groups(near.keySet());
    } catch (RuntimeException failed) {
      LOG.atError()
          .setCause(failed)
          .log("sms: the journal was not compared with what was sent; the next pull does it again");
      return true;
    }
    return settle(near, groups, hasTime);
  }

  private boolean settle(
      Map<SendGroup, JournalMessage> near,
      Map<SendGroup, GroupMembers> groups,
      BooleanSupplier hasTime) {
    Set<SendGroup> done = new HashSet<>();
    Comparison comparison = new Comparison();
    boolean all = true;
    for (SendGroup group : near.keySet()) {
      if (done.contains(group) || !isNews(near.get(group), groups.get(group))) {
        continue;
      }
      if (!hasTime.getAsBoolean()) {
        all = false;
        break;
      }
      done.add(group);
      comparison.add(
          () -> {
            Chain chain = Chain.around(group, messages);
            groups.keySet().stream().filter(chain::has).forEach(done::add);
            return settling.settle(chain);
          });
    }
    comparison.log(all);
    return all;
  }

  private static boolean isNews(JournalMessage pulled, @Nullable GroupMembers members) {
    return members != null && (!members.areAllRecorded() || pulled.delivery() == Delivery.NOT_SENT);
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
