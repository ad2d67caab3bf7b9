package callcentre.functions.smssender;

import callcentre.domain.organisations.Organisation;
import callcentre.domain.organisations.OrganisationSettings;
import callcentre.domain.ownership.OrganisationId;
import callcentre.domain.phone.PhoneNumber;
import callcentre.storage.Versioned;
import callcentre.storage.numbers.DirectoryCache;
import callcentre.storage.organisations.OrganisationRepository;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What the organisation that owns a number decided about its messages, at most a minute old: 1
 * request when it is not known, none else.
 */
final class OrganisationRules {

  private static final Duration AGE = Duration.ofSeconds(60);

  private final DirectoryCache numbers;
  private final OrganisationRepository organisations;
  private final InstantSource clock;
  private final Map<OrganisationId, Held> held = new ConcurrentHashMap<>();

  private record Held(OrganisationSettings settings, Instant readAt) {}

  OrganisationRules(
      DirectoryCache numbers, OrganisationRepository organisations, InstantSource clock) {
    this.numbers = numbers;
    this.organisations = organisations;
    this.clock = clock;
  }

  /** The settings that hold for a number; the defaults when nobody owns it. */
  OrganisationSettings of(PhoneNumber number) {
    Optional<OrganisationId> owner = numbers.get().currentOwner(number);
    return owner.map(this::settings).orElse(OrganisationSettings.DEFAULTS);
  }

  private OrganisationSettings settings(OrganisationId owner) {
    Instant now = clock.instant();
    Held known = held.get(owner);
    if (known != null && now.isBefore(known.readAt().plus(AGE))) {
      return known.settings();
    }
    OrganisationSettings fresh =
        organisations
            .find(owner)
            .map(Versioned::value)
            .map(Organisation::settings)
            .orElse(OrganisationSettings.DEFAULTS);
    held.put(owner, new Held(fresh, now));
    return fresh;
  }
}
