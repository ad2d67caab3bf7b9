package callcentre.domain.calls;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Whether somebody still has to deal with a journal record. */
public enum WorkflowState {
  OPEN,
  /** Dealt with; the provider's {@code finished} is read as the same (reference 6, quirk 8). */
  RESOLVED,
  /** The record takes no part in the workflow. */
  NONE;

  private static final Map<String, WorkflowState> WORDS =
      Map.of("open", OPEN, "resolved", RESOLVED, "finished", RESOLVED);

  /** The state that a provider's word names exactly; {@link #NONE} for any other word. */
  public static WorkflowState ofWord(String word) {
    return WORDS.getOrDefault(word.strip().toLowerCase(Locale.ROOT), NONE);
  }

  /** The name in answers, for example {@code open}. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<WorkflowState> ofWireName(String name) {
    return Arrays.stream(values()).filter(value -> value.wireName().equals(name)).findFirst();
  }
}
