package callcentre.client.numbers;

import callcentre.client.json.Fields;
import callcentre.client.json.ProviderWord;
import callcentre.domain.numbers.ListedNumber;
import callcentre.domain.numbers.NumberAttributes;
import java.util.Optional;

/**
 * A business number as the provider has it (reference 3.3). A flag that is absent counts as false.
 *
 * @param number the provider's own string, which need not be E.164
 * @param smsMode empty when the provider does not say
 * @param recordingMode comma-separated flags, empty when the provider does not say
 */
public record ProviderNumber(
    String number,
    Optional<String> label,
    Optional<String> description,
    boolean enabled,
    boolean primary,
    boolean tollFree,
    boolean international,
    Optional<ProviderWord<SmsMode>> smsMode,
    boolean messagingVerified,
    boolean mmsEnabled,
    Optional<String> recordingMode,
    boolean mayText,
    boolean mayCall) {

  static ProviderNumber read(Fields fields) {
    return new ProviderNumber(
        fields.requireText("number"),
        fields.text("label"),
        fields.text("description"),
        fields.flag("isEnabled").orElse(false),
        fields.flag("isPrimary").orElse(false),
        fields.flag("isTollFree").orElse(false),
        fields.flag("isInternational").orElse(false),
        fields.text("smsMode").map(mode -> ProviderWord.read(mode, SmsMode.class)),
        fields.flag("numberMessagingVerified").orElse(false),
        fields.flag("isMmsEnabled").orElse(false),
        fields.text("callRecordingMode"),
        fields.flag("mayText").orElse(false),
        fields.flag("mayCall").orElse(false));
  }

  /** This number in the words of the domain. */
  public ListedNumber toListed() {
    return new ListedNumber(
        number,
        label,
        new NumberAttributes(
            enabled,
            primary,
            tollFree,
            international,
            smsMode.map(ProviderWord::written).orElse(""),
            mmsEnabled,
            messagingVerified,
            recordingMode.orElse("")));
  }
}
