package callcentre.functions.phonenumbers;

import callcentre.domain.numbers.AccountNumber;
import callcentre.domain.numbers.ListedNumber;
import callcentre.domain.numbers.NumberAttributes;
import callcentre.domain.numbers.RawForm;
import callcentre.domain.ownership.OrganisationId;
import callcentre.domain.phone.PhoneNumber;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A number as answers show it (contract: "GET …/phone-numbers"). Four names are camel case because
 * the dashboard had them before.
 *
 * @param orgId who owns it now, looked up at read
 * @param removedAt when the provider no longer listed it; such a number is kept for its history
 */
record NumberView(
    PhoneNumber id,
    PhoneNumber number,
    String label,
    @JsonProperty("orgId") Optional<OrganisationId> orgId,
    @JsonProperty("orgName") Optional<String> orgName,
    @JsonProperty("createdAt") Instant createdAt,
    Optional<String> providerLabel,
    boolean enabled,
    boolean primary,
    boolean tollFree,
    String smsMode,
    boolean mmsEnabled,
    boolean messagingVerified,
    String recordingMode,
    List<RawForm> alsoKnownAs,
    Instant lastSyncedAt,
    Optional<Instant> removedAt) {

  static NumberView of(
      AccountNumber row, Optional<OrganisationId> owner, Optional<String> ownerName) {
    ListedNumber listed = row.joined().listed();
    NumberAttributes attributes = listed.attributes();
    return new NumberView(
        row.number(),
        row.number(),
        row.label(),
        owner,
        ownerName,
        row.createdAt(),
        listed.label(),
        attributes.enabled(),
        attributes.primary(),
        attributes.tollFree(),
        attributes.smsMode(),
        attributes.mmsEnabled(),
        attributes.messagingVerified(),
        attributes.recordingMode(),
        row.joined().alsoKnownAs(),
        row.lastSyncedAt(),
        row.removedAt());
  }
}
