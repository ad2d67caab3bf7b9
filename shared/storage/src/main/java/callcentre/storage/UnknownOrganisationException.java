package callcentre.storage;

import callcentre.domain.ownership.OrganisationId;

/** There is no such organisation, or not any more; nothing was written. */
public final class UnknownOrganisationException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public UnknownOrganisationException(OrganisationId organisation) {
    super("there is no organisation " + organisation + "; nothing was changed");
  }
}
