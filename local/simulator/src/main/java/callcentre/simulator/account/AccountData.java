package callcentre.simulator.account;

import callcentre.simulator.settings.HostKind;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * All that one account holds, at one moment.
 *
 * @param hostKind the kind of host this account exists on
 * @param apiKey GUID of the account
 */
public record AccountData(
    HostKind hostKind,
    String apiKey,
    List<PhoneNumber> numbers,
    List<TeamUser> users,
    List<NamedUnit> groups,
    List<NamedUnit> vmboxes) {

  public AccountData {
    numbers = List.copyOf(numbers);
    users = List.copyOf(users);
    groups = List.copyOf(groups);
    vmboxes = List.copyOf(vmboxes);
  }

  /** The first user that fits. */
  public Optional<TeamUser> user(Predicate<TeamUser> fits) {
    return users.stream().filter(fits).findFirst();
  }

  AccountData withHostKind(HostKind kind) {
    return new AccountData(kind, apiKey, numbers, users, groups, vmboxes);
  }

  AccountData withApiKey(String key) {
    return new AccountData(hostKind, key, numbers, users, groups, vmboxes);
  }

  AccountData withNumbers(List<PhoneNumber> newNumbers) {
    return new AccountData(hostKind, apiKey, newNumbers, users, groups, vmboxes);
  }

  AccountData withUsers(List<TeamUser> newUsers) {
    return new AccountData(hostKind, apiKey, numbers, newUsers, groups, vmboxes);
  }

  AccountData withUnits(List<NamedUnit> newGroups, List<NamedUnit> newVmboxes) {
    return new AccountData(hostKind, apiKey, numbers, users, newGroups, newVmboxes);
  }
}
