package callcentre.domain.calls;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What became of a call. Of calls that still go on, only events tell. */
public enum CallStatus {
  /** Somebody talked. */
  CONNECTED(true),
  /** Nobody answered. */
  MISSED(true),
  /** The caller left a voicemail. */
  VOICEMAIL(true),
  /** The call broke off. */
  DROPPED(true),
  /** The caller gave up before anybody could answer. */
  CANCELED(true),
  /** The journal's word for a call of ours that was not answered. */
  NO_ANSWER(true),
  /** Nobody talks yet: it came in, and rings or waits for somebody. */
  RINGING(false),
  /** A call of ours that is not answered yet. */
  DIALING(false),
  /** Somebody is talking. */
  ON_CALL(false),
  /** A call-back that is still to be made. */
  SCHEDULED(false),
  /** Not known yet, or a word that is not in the table. */
  UNKNOWN(false);

  /**
   * The words of {@code callStatus} and of the journal's {@code state} (MightyCall reference 3.1,
   * 3.5), in lower case. Only whole words count: {@code no_answer} contains "answer" (lessons:
   * "unanswered rings counted as answered").
   */
  private static final Map<String, CallStatus> WORDS =
      Map.of(
          "connected", CONNECTED,
          "missed", MISSED,
          "voicemail", VOICEMAIL,
          "dropped", DROPPED,
          "canceled", CANCELED,
          "cancelled", CANCELED,
          "noanswer", NO_ANSWER,
          "scheduled", SCHEDULED);

  private final boolean terminal;

  CallStatus(boolean terminal) {
    this.terminal = terminal;
  }

  /** The status that a provider's word names exactly; {@link #UNKNOWN} for any other word. */
  public static CallStatus ofWord(String word) {
    return WORDS.getOrDefault(word.strip().toLowerCase(Locale.ROOT), UNKNOWN);
  }

  /** Whether the call is over: such a status is never left for one that is not. */
  public boolean isTerminal() {
    return terminal;
  }

  /** Whether somebody talked or is talking. */
  boolean isAnswered() {
    return this == CONNECTED || this == ON_CALL;
  }

  /** The name in answers, for example {@code no_answer}. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<CallStatus> ofWireName(String name) {
    return Arrays.stream(values()).filter(value -> value.wireName().equals(name)).findFirst();
  }
}
