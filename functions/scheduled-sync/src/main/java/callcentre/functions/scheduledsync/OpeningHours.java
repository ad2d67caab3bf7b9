package callcentre.functions.scheduledsync;

import callcentre.domain.organisations.Organisation;
import callcentre.domain.organisations.OrganisationSettings;
import callcentre.storage.organisations.OrganisationRepository;
import java.time.Instant;
import java.util.List;

/**
 * The hours in which people wait for news: those of any organisation of the account, each in its
 * own zone and without its holidays. While there is no organisation the default hours hold.
 */
final class OpeningHours {

  private final OrganisationRepository organisations;

  OpeningHours(OrganisationRepository organisations) {
    this.organisations = organisations;
  }

  /** Whether anybody is open: 1 request. */
  boolean isOpenAt(Instant time) {
    List<Organisation> all = organisations.all();
    return all.isEmpty()
        ? OrganisationSettings.DEFAULTS.isOpenAt(time)
        : all.stream().anyMatch(organisation -> organisation.settings().isOpenAt(time));
  }
}
