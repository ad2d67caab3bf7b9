package callcentre.storage.gate;

/** A fact that is not stored, and why; it counts as {@code skipped}. */
public record Refused<F>(F fact, Reason reason) {

  /** Why a provider's answer is not believed. */
  public enum Reason {
    /** It is dated before there was such a provider, or in the future. */
    IMPLAUSIBLE_TIME,
    /** It lasts longer than anything that was ever said. */
    IMPLAUSIBLE_DURATION,
    /** Its texts are larger than a row can be. */
    TOO_LARGE
  }
}
