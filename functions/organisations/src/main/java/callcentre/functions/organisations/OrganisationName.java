package callcentre.functions.organisations;

import callcentre.domain.validation.FieldErrors;

/**
 * The body of {@code PUT /api/admin/orgs/{orgId}}.
 *
 * @param name 1 to 120 characters, without blanks around it
 */
record OrganisationName(String name) {

  private static final int LONGEST = 120;

  OrganisationName(String name) {
    this.name = name == null ? "" : name.strip();
    int length = this.name.codePointCount(0, this.name.length());
    new FieldErrors()
        .require(
            length >= 1
                && length <= LONGEST
                && this.name.codePoints().noneMatch(Character::isISOControl),
            "name",
            "must have 1 to " + LONGEST + " characters, not only blanks")
        .throwIfAny();
  }
}
