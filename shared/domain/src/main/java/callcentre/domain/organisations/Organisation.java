package callcentre.domain.organisations;

import callcentre.domain.ownership.OrganisationId;
import callcentre.domain.validation.FieldErrors;
import java.time.Instant;

/**
 * An organisation inside the account. Which numbers it owns is not here but in {@link
 * callcentre.domain.ownership.NumberOwnership}, and who belongs to it is in {@link
 * callcentre.domain.people.User}.
 *
 * @param name 1 to 120 characters, not blank
 */
public record Organisation(
    OrganisationId id,
    String name,
    OrganisationSettings settings,
    Instant createdAt,
    Instant updatedAt) {

  private static final int LONGEST_NAME = 120;

  public Organisation {
    new FieldErrors()
        .require(
            !name.isBlank() && name.length() <= LONGEST_NAME,
            "name",
            "must have 1 to " + LONGEST_NAME + " characters")
        .throwIfAny();
  }

  /** A new organisation with the default settings. */
  public static Organisation named(OrganisationId id, String name, Instant now) {
    return new Organisation(id, name, OrganisationSettings.DEFAULTS, now, now);
  }

  /** This organisation under another name; this very one when the name is the same. */
  public Organisation renamed(String next, Instant now) {
    return next.equals(name) ? this : new Organisation(id, next, settings, createdAt, now);
  }

  /** This organisation with other settings; this very one when they are the same. */
  public Organisation with(OrganisationSettings next, Instant now) {
    return next.equals(settings) ? this : new Organisation(id, name, next, createdAt, now);
  }
}
