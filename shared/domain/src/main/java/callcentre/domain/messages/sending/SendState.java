package callcentre.domain.messages.sending;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Where a message stands (contract: {@code GET …/sms-logs}). */
public enum SendState {
  /** On the queue, or about to be put there. */
  QUEUED,
  /** Waits for its {@code not_before}; then it is put on the queue again. */
  SCHEDULED,
  /** Claimed: a request may be under way. Nobody else makes one. */
  SENDING,
  /** The provider accepted it. */
  SENT,
  /** It was not sent and will not be; the reason is with it. */
  FAILED,
  /** A request was made and nobody knows what the provider did with it. It is not made again. */
  UNKNOWN,
  /** A person took it back before it was sent. */
  CANCELED,
  /** It came in. */
  RECEIVED;

  /** Every change that there is; what is not here does not happen. */
  private static final Map<SendState, Map<SendEvent, SendState>> TRANSITIONS =
      new EnumMap<>(
          Map.of(
              QUEUED,
              Map.of(
                  SendEvent.CLAIM, SENDING,
                  SendEvent.POSTPONE, SCHEDULED,
                  SendEvent.REJECT, FAILED,
                  SendEvent.CANCEL, CANCELED),
              SCHEDULED,
              Map.of(
                  SendEvent.ENQUEUE, QUEUED,
                  SendEvent.CANCEL, CANCELED),
              SENDING,
              Map.of(
                  SendEvent.RELEASE, SCHEDULED,
                  SendEvent.ACCEPT, SENT,
                  SendEvent.REFUSE, FAILED,
                  SendEvent.LOSE, UNKNOWN),
              // An answer may come after the claim was given up; it still is the truth. A refusal
              // that would release a claim ends here, for a person may have sent it anew by now.
              UNKNOWN,
              Map.of(
                  SendEvent.ACCEPT, SENT,
                  SendEvent.SETTLE, SENT,
                  SendEvent.REFUSE, FAILED,
                  SendEvent.RELEASE, FAILED),
              SENT,
              Map.of(SendEvent.UNDELIVERED, FAILED)));

  /** The state after an event; empty when the event does not happen to such a message. */
  public Optional<SendState> after(SendEvent event) {
    return Optional.ofNullable(TRANSITIONS.getOrDefault(this, Map.of()).get(event));
  }

  /** Whether nothing changes it any more. */
  public boolean isFinal() {
    return !TRANSITIONS.containsKey(this);
  }

  /** The name in answers and in rows, for example {@code queued}. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<SendState> ofWireName(String name) {
    return Arrays.stream(values()).filter(value -> value.wireName().equals(name)).findFirst();
  }
}
