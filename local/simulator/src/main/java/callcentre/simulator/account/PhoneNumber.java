package callcentre.simulator.account;

import org.jspecify.annotations.Nullable;

/**
 * One business number, with the fields and names of {@code GET /phonenumbers} (MightyCall reference
 * 3.3).
 *
 * @param number as the provider stores it, which is not always E.164
 * @param smsMode {@code Enabled} or {@code Capable}; others exist that nobody documented
 * @param callRecordingMode comma-separated flags
 */
public record PhoneNumber(
    String number,
    boolean isEnabled,
    boolean isPrimary,
    boolean isTollFree,
    boolean isInternational,
    String smsMode,
    boolean numberMessagingVerified,
    boolean isMmsEnabled,
    String callRecordingMode,
    @Nullable String description,
    @Nullable String label,
    boolean mayText,
    boolean mayCall) {

  /** An enabled local number that can call, text and send pictures. */
  public static PhoneNumber of(String number, String label) {
    return new PhoneNumber(
        number,
        true,
        false,
        false,
        false,
        "Enabled",
        true,
        true,
        "Both, OutgoingBeepDisabled",
        null,
        label,
        true,
        true);
  }

  /** The same number as the account's main one. */
  public PhoneNumber asPrimary() {
    return new PhoneNumber(
        number,
        isEnabled,
        true,
        isTollFree,
        isInternational,
        smsMode,
        numberMessagingVerified,
        isMmsEnabled,
        callRecordingMode,
        description,
        label,
        mayText,
        mayCall);
  }

  /** The same number as one that could text but is not set up to. */
  public PhoneNumber withoutTexting() {
    return new PhoneNumber(
        number,
        isEnabled,
        isPrimary,
        isTollFree,
        isInternational,
        "Capable",
        false,
        false,
        callRecordingMode,
        description,
        label,
        false,
        mayCall);
  }

  /** The number's digits. */
  public String digits() {
    return number.replaceAll("\\D", "");
  }
}
