package callcentre.messaging.settling;

import callcentre.domain.messages.sending.OutgoingId;
import callcentre.domain.messages.sending.SendGroup;
import callcentre.domain.messages.sending.SendState;
import callcentre.storage.sms.GroupMembers;
import callcentre.storage.sms.OutgoingMessages;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.LongStream;

/**
 * Stretches that follow each other without an empty one between, and their members. An empty
 * stretch on both sides means that no journal row near the chain can be another chain's.
 *
 * @param isWhole false when the chain goes on beyond what is followed
 */
record Chain(
    SendGroup first,
    SendGroup last,
    Map<OutgoingId, SendState> members,
    Set<OutgoingId> recorded,
    boolean isWhole) {

  /** How far a chain of stretches with members is followed each way: two hours. */
  private static final int FAR = 12;

  Chain {
    members = Map.copyOf(members);
    recorded = Set.copyOf(recorded);
  }

  /** Reads the chain that a group is part of, strongly consistent: 1 request. */
  static Chain around(SendGroup group, OutgoingMessages messages) {
    List<SendGroup> near = LongStream.rangeClosed(-FAR, FAR).mapToObj(group::moved).toList();
    Map<SendGroup, GroupMembers> groups = messages.groups(near);
    long earliest = 0;
    while (groups.containsKey(group.moved(earliest - 1))) {
      earliest--;
    }
    long latest = 0;
    while (groups.containsKey(group.moved(latest + 1))) {
      latest++;
    }
    Map<OutgoingId, SendState> members = new HashMap<>();
    Set<OutgoingId> recorded = new HashSet<>();
    LongStream.rangeClosed(earliest, latest)
        .mapToObj(group::moved)
        .filter(groups::containsKey)
        .map(groups::get)
        .forEach(
            read -> {
              members.putAll(read.states());
              recorded.addAll(read.recorded());
            });
    return new Chain(
        group.moved(earliest),
        group.moved(latest),
        members,
        recorded,
        earliest > -FAR && latest < FAR);
  }

  boolean has(SendGroup group) {
    return group.moved(first.window() - group.window()).equals(first)
        && group.window() >= first.window()
        && group.window() <= last.window();
  }

  int count(SendState state) {
    return Math.toIntExact(members.values().stream().filter(state::equals).count());
  }
}
