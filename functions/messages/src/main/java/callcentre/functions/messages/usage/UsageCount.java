package callcentre.functions.messages.usage;

import callcentre.domain.messages.usage.UsageEntry;
import callcentre.domain.messages.usage.UsageSum;
import callcentre.domain.organisations.OrganisationSettings;
import callcentre.domain.ownership.NumberDirectory;
import callcentre.domain.ownership.OrganisationId;
import callcentre.domain.phone.PhoneNumber;
import callcentre.functions.messages.usage.UsageRow.Figures;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Counts messages into groups, each on the day that it was where its number's owner is. */
final class UsageCount {

  private final UsageFilter filter;
  private final NumberDirectory owners;
  private final Map<OrganisationId, OrganisationSettings> settings;
  private final Map<UsageRow.Key, UsageSum> groups = new TreeMap<>();
  private final UsageSum all = new UsageSum();
  private final Set<ZoneId> zones = new HashSet<>();
  private final SortedSet<PhoneNumber> unassigned = new TreeSet<>();

  UsageCount(
      UsageFilter filter,
      NumberDirectory owners,
      Map<OrganisationId, OrganisationSettings> settings) {
    this.filter = filter;
    this.owners = owners;
    this.settings = Map.copyOf(settings);
  }

  void add(UsageEntry entry) {
    Optional<OrganisationId> owner = owners.ownerAt(entry.number(), entry.at());
    OrganisationSettings rules =
        owner
            .map(id -> settings.getOrDefault(id, OrganisationSettings.DEFAULTS))
            .orElse(OrganisationSettings.DEFAULTS);
    LocalDate day = LocalDate.ofInstant(entry.at(), rules.timeZone());
    if (!filter.has(day)) {
      return;
    }
    zones.add(rules.timeZone());
    if (owner.isEmpty()) {
      unassigned.add(entry.number());
    }
    UsageRow.Key key =
        new UsageRow.Key(
            filter.groups().contains(UsageGroup.DAY) ? day : null,
            filter.groups().contains(UsageGroup.NUMBER) ? entry.number() : null,
            filter.groups().contains(UsageGroup.ORGANISATION) ? owner : null);
    groups.computeIfAbsent(key, added -> new UsageSum()).add(entry, rules);
    all.add(entry, rules);
  }

  List<UsageRow> rows() {
    return groups.entrySet().stream()
        .map(group -> UsageRow.of(group.getKey(), group.getValue()))
        .toList();
  }

  Figures totals() {
    return Figures.of(all);
  }

  /** Empty when there are several, or none. */
  Optional<ZoneId> zone() {
    return zones.size() == 1 ? zones.stream().findFirst() : Optional.empty();
  }

  SortedSet<PhoneNumber> unassigned() {
    return unassigned;
  }
}
