package callcentre.domain.numbers;

/**
 * What the provider says of a business number besides its label (reference 3.3).
 *
 * @param smsMode the provider's word, {@code Enabled} and {@code Capable} are known
 * @param recordingMode the provider's comma-separated flags, for example {@code Both,
 *     OutgoingBeepDisabled}
 */
public record NumberAttributes(
    boolean enabled,
    boolean primary,
    boolean tollFree,
    boolean international,
    String smsMode,
    boolean mmsEnabled,
    boolean messagingVerified,
    String recordingMode) {}
