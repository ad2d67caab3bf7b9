package callcentre.domain.calls;

import callcentre.domain.people.Extension;
import callcentre.domain.phone.PhoneNumber;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * A call as people see it: a pure function of its {@link CallEvidence}.
 *
 * @param from who calls: the client, the business number, or for internal calls a colleague
 * @param to who is called
 * @param client the end that is not ours; empty for internal calls
 * @param agent whom it is attributed to; nobody when nobody of ours talked
 * @param legs who was dialled
 * @param connectedAt when somebody answered
 * @param endedAt from {@code connectedAt} and the duration, else as events say: nothing is made up
 * @param duration how long it was talked
 * @param waited from start to answer, where both are known
 * @param recording its identity is the call's id
 * @param sources who contributed
 * @param complete the final state is known from the family that has the details
 * @param match how certain the journal record is
 * @param journalId the journal record, where one is joined
 */
public record Call(
    CallId id,
    Direction direction,
    CallStatus status,
    Party from,
    Party to,
    Optional<Party> client,
    Optional<PhoneNumber> businessNumber,
    Optional<Agent> agent,
    List<Leg> legs,
    Instant startedAt,
    Optional<Instant> connectedAt,
    Optional<Instant> endedAt,
    Optional<Duration> duration,
    Optional<Duration> waited,
    Optional<Recording> recording,
    Optional<String> comment,
    WorkflowState workflow,
    boolean read,
    List<CallSource> sources,
    boolean complete,
    Match match,
    Optional<CallId> journalId) {

  public Call {
    legs = List.copyOf(legs);
    sources = List.copyOf(sources);
  }

  /** Whether the call is over as far as is known. */
  public boolean finished() {
    return status.isTerminal();
  }

  /** Whether there is something to listen to. */
  public boolean hasRecording() {
    return recording.filter(Recording::available).isPresent();
  }

  /** Which extensions talked beside the agent: by transfer, consultation or as colleagues. */
  public SortedSet<Extension> otherTalkers() {
    SortedSet<Extension> talkers = talkers();
    agent.map(Agent::extension).ifPresent(talkers::remove);
    return talkers;
  }

  /** Whose call it is: the agent's and that of every extension that talked. */
  public SortedSet<Extension> talkers() {
    SortedSet<Extension> talkers = new TreeSet<>();
    agent.map(Agent::extension).ifPresent(talkers::add);
    for (Leg leg : legs) {
      if (leg.connected() && status.isAnswered()) {
        leg.party().extension().ifPresent(talkers::add);
      }
    }
    return talkers;
  }

  /**
   * The journal record through which the call may be commented, marked and resolved; empty where it
   * is not certain which one that is (contract: 409 {@code ambiguous_record}).
   */
  public Optional<CallId> writableJournalId() {
    return match == Match.AMBIGUOUS ? Optional.empty() : journalId;
  }

  /** The same without the recording's link, which changes from answer to answer. */
  Call withoutLink() {
    return new Call(
        id,
        direction,
        status,
        from,
        to,
        client,
        businessNumber,
        agent,
        legs,
        startedAt,
        connectedAt,
        endedAt,
        duration,
        waited,
        recording.map(Recording::withoutLink),
        comment,
        workflow,
        read,
        sources,
        complete,
        match,
        journalId);
  }
}
