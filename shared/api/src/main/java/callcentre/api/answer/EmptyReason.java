package callcentre.api.answer;

import java.util.Locale;

/** Why a list is empty (contract: "Conventions: Lists"). */
public enum EmptyReason {
  /** The caller's organisations own no number. */
  NO_ASSIGNED_NUMBERS,
  /** Nothing was pulled from the provider yet. */
  NO_SYNCED_DATA,
  /** There are rows, but none that the filter lets through. */
  NO_MATCH;

  /** The name in answers, for example {@code no_match}. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }
}
