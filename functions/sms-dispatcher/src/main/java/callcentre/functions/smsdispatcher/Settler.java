package callcentre.functions.smsdispatcher;

import callcentre.domain.calls.Direction;
import callcentre.domain.messages.Delivery;
import callcentre.domain.messages.Message;
import callcentre.domain.messages.sending.OutgoingId;
import callcentre.domain.messages.sending.OutgoingMessage;
import callcentre.domain.messages.sending.SendError;
import callcentre.domain.messages.sending.SendGroup;
import callcentre.domain.messages.sending.SendState;
import callcentre.domain.messages.sending.Settlement;
import callcentre.storage.VersionConflictException;
import callcentre.storage.Versioned;
import callcentre.storage.messages.MessageQueries;
import callcentre.storage.sms.OutgoingMessages;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;

/** Compares messages of which nobody knows with what the journal shows, group by group. */
final class Settler {

  /** How far a chain of stretches with members is followed each way: two hours. */
  private static final int FAR = 12;

  /** Clocks differ, and the journal notes a message some seconds after its request. */
  private static final Duration BEFORE = Duration.ofMinutes(2);

  private static final Duration AFTER = Duration.ofMinutes(5);

  private final OutgoingMessages messages;
  private final MessageQueries journal;
  private final InstantSource clock;

  Settler(OutgoingMessages messages, MessageQueries journal, InstantSource clock) {
    this.messages = messages;
    this.journal = journal;
    this.clock = clock;
  }

  /**
   * Settles the group of an unknown message, or notes the counts on it: 3 to 4 requests and one for
   * each message that is settled.
   */
  void settle(Versioned<OutgoingMessage> row, Run run) {
    SendGroup own = row.value().group().orElseThrow();
    Chain chain = chainOf(own);
    Settlement counts =
        new Settlement(
            chain.count(SendState.SENT),
            chain.count(SendState.UNKNOWN),
            chain.count(SendState.SENDING),
            journalRows(chain));
    if (chain.isWhole() && counts.provesAllSent()) {
      run.settled(settleAll(chain));
    } else {
      SendError why = new SendError("outcome_unknown", counts.sentence());
      messages.write(row, row.value().stillUnknown(why, clock.instant()));
      run.unsettled();
    }
  }

  /**
   * Stretches that follow each other without an empty one between, and their members. An empty
   * stretch on both sides means that no journal row near the chain can be another chain's.
   */
  private record Chain(
      SendGroup first, SendGroup last, Map<OutgoingId, SendState> members, boolean isWhole) {

    int count(SendState state) {
      return Math.toIntExact(members.values().stream().filter(state::equals).count());
    }
  }

  private Chain chainOf(SendGroup own) {
    List<SendGroup> near = LongStream.rangeClosed(-FAR, FAR).mapToObj(own::moved).toList();
    Map<SendGroup, Map<OutgoingId, SendState>> groups = messages.groups(near);
    long earliest = 0;
    while (groups.containsKey(own.moved(earliest - 1))) {
      earliest--;
    }
    long latest = 0;
    while (groups.containsKey(own.moved(latest + 1))) {
      latest++;
    }
    Map<OutgoingId, SendState> members = new HashMap<>();
    LongStream.rangeClosed(earliest, latest)
        .forEach(step -> members.putAll(groups.getOrDefault(own.moved(step), Map.of())));
    return new Chain(
        own.moved(earliest), own.moved(latest), members, earliest > -FAR && latest < FAR);
  }

  private int journalRows(Chain chain) {
    SendGroup group = chain.first();
    return Math.toIntExact(
        journal
            .between(
                group.from(),
                group.to(),
                group.start().minus(BEFORE),
                chain.last().end().plus(AFTER))
            .stream()
            .filter(message -> isOneOf(group, message))
            .count());
  }

  /** A row that says that it was not sent proves nothing. */
  private static boolean isOneOf(SendGroup group, Message message) {
    return message.direction() == Direction.OUTGOING
        && message.delivery() != Delivery.NOT_SENT
        && SendGroup.hash(message.text().orElse("")).equals(group.textHash());
  }

  private int settleAll(Chain chain) {
    int settled = 0;
    for (Versioned<OutgoingMessage> row : messages.findAll(chain.members().keySet())) {
      if (row.value().state() == SendState.UNKNOWN) {
        try {
          messages.write(row, row.value().settled(clock.instant()));
          settled++;
        } catch (VersionConflictException answered) {
          // Its own answer came at last, and is as good.
        }
      }
    }
    return settled;
  }
}
