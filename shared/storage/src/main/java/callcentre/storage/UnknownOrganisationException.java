package callcentre.storage;

import callcentre.domain.ownership.OrganisationId;

/** There is no such organisation, or not any more; nothing was written. */
public final class UnknownOrganisationException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient OrganisationId organisation;

  public UnknownOrganisationException(OrganisationId organisation) {
    super("there is no organisation " + organisation + "; nothing was changed");
    this.organisation = organisation;
  }

  /** Which one. */
  public OrganisationId organisation() {
    return organisation;
  }
}
