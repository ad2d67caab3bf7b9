package callcentre.domain.messages.sending;

import callcentre.domain.messages.text.Encoding;
import callcentre.domain.messages.text.Segments;
import callcentre.domain.people.Extension;
import callcentre.domain.phone.PhoneNumber;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A message that we send, as its row has it.
 *
 * @param state where it stands
 * @param attempt the claim that the state follows from; empty before the first and after a release
 * @param attempts how many claims there were
 * @param notBefore while it waits: the first moment at which it may be sent
 * @param paced whether {@code notBefore} is its place in its number's pace
 * @param acceptedId the provider's id of it
 * @param changedAt when the state was written, or an unknown one last compared with the journal
 * @param error why it failed, waits, or is unknown
 * @param journalId the journal's record of it, once one is known
 */
public record OutgoingMessage(
    OutgoingId id,
    PhoneNumber from,
    PhoneNumber to,
    String text,
    List<String> attachments,
    Encoding encoding,
    int segments,
    String userId,
    Optional<Extension> extension,
    Optional<OutgoingId> retryOf,
    Instant acceptedAt,
    SendState state,
    Optional<Attempt> attempt,
    int attempts,
    Optional<Instant> notBefore,
    boolean paced,
    Optional<String> acceptedId,
    Instant changedAt,
    Optional<SendError> error,
    Optional<String> journalId) {

  public OutgoingMessage {
    attachments = List.copyOf(attachments);
  }

  static OutgoingMessage queued(MessageBatch batch, int recipient, Segments segments) {
    return new OutgoingMessage(
        new OutgoingId(batch.id(), recipient),
        batch.from(),
        batch.to().get(recipient),
        batch.text(),
        batch.attachments(),
        segments.encoding(),
        segments.count(),
        batch.userId(),
        batch.extension(),
        batch.retryOf(),
        batch.acceptedAt(),
        SendState.QUEUED,
        Optional.empty(),
        0,
        Optional.empty(),
        false,
        Optional.empty(),
        batch.acceptedAt(),
        Optional.empty(),
        Optional.empty());
  }

  /**
   * The message after a claim.
   *
   * @throws IllegalTransitionException when it cannot be claimed
   */
  public OutgoingMessage claimed(Attempt claim) {
    return with(
        next(SendEvent.CLAIM),
        Optional.of(claim),
        attempts + 1,
        Optional.empty(),
        false,
        acceptedId,
        claim.claimedAt(),
        Optional.empty());
  }

  /**
   * The message once it waits for its time; whatever claim it had is over and without effect.
   *
   * @param event {@link SendEvent#POSTPONE} or {@link SendEvent#RELEASE}
   * @param paceTaken whether {@code until} is its place in its number's pace
   * @throws IllegalTransitionException when it cannot be postponed
   */
  public OutgoingMessage waiting(
      SendEvent event, Instant until, boolean paceTaken, SendError why, Instant now) {
    SendState next = next(event);
    return next == SendState.SCHEDULED
        ? with(
            next,
            Optional.empty(),
            attempts,
            Optional.of(until),
            paceTaken,
            acceptedId,
            now,
            Optional.of(why))
        : ended(event, why, now);
  }

  /**
   * The message back on the queue; it keeps its place in the pace.
   *
   * @throws IllegalTransitionException when it does not wait
   */
  public OutgoingMessage enqueued(Instant now) {
    return with(
        next(SendEvent.ENQUEUE), attempt, attempts, notBefore, paced, acceptedId, now, error);
  }

  /**
   * The message once the provider accepted it.
   *
   * @throws IllegalTransitionException when it was not under way
   */
  public OutgoingMessage accepted(Optional<String> providerId, Instant now) {
    return with(
        next(SendEvent.ACCEPT),
        attempt,
        attempts,
        Optional.empty(),
        false,
        providerId,
        now,
        Optional.empty());
  }

  /**
   * The message after any other event that ends its way, or leaves its fate unknown.
   *
   * @param why for people
   * @throws IllegalTransitionException when that does not happen to a message in its state
   */
  public OutgoingMessage ended(SendEvent event, SendError why, Instant now) {
    return with(
        next(event), attempt, attempts, Optional.empty(), false, acceptedId, now, Optional.of(why));
  }

  /**
   * The message once the journal proved that it was sent.
   *
   * @throws IllegalTransitionException when its fate was not unknown
   */
  public OutgoingMessage settled(Instant now) {
    return with(
        next(SendEvent.SETTLE),
        attempt,
        attempts,
        Optional.empty(),
        false,
        acceptedId,
        now,
        Optional.empty());
  }

  /**
   * A sent message whose record in the journal is known from now on.
   *
   * @param record the journal's id of it
   * @throws IllegalStateException when it was not sent
   */
  public OutgoingMessage recordedAs(String record, Instant now) {
    if (state != SendState.SENT) {
      throw new IllegalStateException(id + " is " + state.wireName() + ", not sent");
    }
    return new OutgoingMessage(
        id,
        from,
        to,
        text,
        attachments,
        encoding,
        segments,
        userId,
        extension,
        retryOf,
        acceptedAt,
        state,
        attempt,
        attempts,
        notBefore,
        paced,
        acceptedId,
        now,
        error,
        Optional.of(record));
  }

  /** An unknown message with what is known by now about its group. */
  public OutgoingMessage stillUnknown(SendError why, Instant now) {
    return with(state, attempt, attempts, notBefore, paced, acceptedId, now, Optional.of(why));
  }

  /**
   * A queued message whose place on the queue was taken anew, because nobody came for it.
   *
   * @throws IllegalStateException when it is not queued
   */
  public OutgoingMessage requeued(Instant now) {
    if (state != SendState.QUEUED) {
      throw new IllegalStateException(id + " is " + state.wireName() + ", not queued");
    }
    return with(state, attempt, attempts, notBefore, paced, acceptedId, now, error);
  }

  /**
   * When somebody has to look at it again, if nothing happens to it before; empty when nothing is
   * left to do.
   */
  public Optional<Instant> dueAt() {
    return DueTimes.of(this);
  }

  /** Whether {@link #dueAt()} has come. */
  public boolean isDue(Instant now) {
    return dueAt().filter(at -> !at.isAfter(now)).isPresent();
  }

  /** Whether this claim is the one that the message carries now. */
  public boolean isUnder(Attempt claim) {
    return attempt.filter(claim::equals).isPresent();
  }

  /** What the journal cannot tell it from; empty while it has no claim. */
  public Optional<SendGroup> group() {
    return attempt.map(claim -> SendGroup.of(from, to, text, claim.claimedAt()));
  }

  private SendState next(SendEvent event) {
    return state.after(event).orElseThrow(() -> new IllegalTransitionException(id, state, event));
  }

  private OutgoingMessage with(
      SendState newState,
      Optional<Attempt> newAttempt,
      int newAttempts,
      Optional<Instant> newNotBefore,
      boolean newPaced,
      Optional<String> newAcceptedId,
      Instant newChangedAt,
      Optional<SendError> newError) {
    return new OutgoingMessage(
        id,
        from,
        to,
        text,
        attachments,
        encoding,
        segments,
        userId,
        extension,
        retryOf,
        acceptedAt,
        newState,
        newAttempt,
        newAttempts,
        newNotBefore,
        newPaced,
        newAcceptedId,
        newChangedAt,
        newError,
        journalId);
  }
}
