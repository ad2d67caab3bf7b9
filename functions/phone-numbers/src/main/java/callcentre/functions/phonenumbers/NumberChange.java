package callcentre.functions.phonenumbers;

import callcentre.api.json.Change;
import callcentre.domain.ownership.OrganisationId;
import callcentre.domain.validation.FieldErrors;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;

/**
 * The body of {@code PATCH …/phone-numbers/{number}}. What is left out stays as it is.
 *
 * @param label wins over the provider's; null shows the provider's again
 * @param orgId the new owner; null leaves the number nobody's
 * @param effectiveFrom an explicit start of the ownership, only together with {@code orgId}
 */
record NumberChange(
    Change<String> label,
    @JsonProperty("orgId") Change<OrganisationId> orgId,
    @JsonProperty("effectiveFrom") Change<Instant> effectiveFrom) {

  private static final int LONGEST_LABEL = 120;

  /**
   * Refuses a change that makes no sense. Not in the constructor: there it would hide that the body
   * has a field that nobody knows.
   *
   * @throws callcentre.domain.validation.InvalidFieldsException naming every field that is wrong
   */
  NumberChange requireSense() {
    boolean saysAnything = label.isGiven() || orgId.isGiven() || effectiveFrom.isGiven();
    new FieldErrors()
        .require(saysAnything, "body", "must have at least one of label, orgId")
        .require(
            !(label instanceof Change.Set<String>(String text)) || isLabel(text),
            "label",
            "must have 1 to "
                + LONGEST_LABEL
                + " characters, not only blanks; null shows the provider's label again")
        .require(
            !effectiveFrom.isGiven() || orgId.isGiven(),
            "effectiveFrom",
            "is only known together with orgId")
        .require(
            !(effectiveFrom instanceof Change.Cleared<Instant>),
            "effectiveFrom",
            "must be a time; leave it out for the usual start")
        .throwIfAny();
    return this;
  }

  private static boolean isLabel(String text) {
    return !text.isBlank()
        && text.codePointCount(0, text.length()) <= LONGEST_LABEL
        && text.codePoints().noneMatch(Character::isISOControl);
  }
}
