package callcentre.simulator.account;

import callcentre.simulator.settings.HostKind;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/** The account behind the simulator. Every change is one step: readers see it whole or not. */
public final class Account {

  private AccountData data;

  /** An account that holds {@code data}. */
  public Account(AccountData data) {
    this.data = data;
  }

  /** What the account holds now. */
  public synchronized AccountData data() {
    return data;
  }

  /** Replaces everything. */
  public synchronized void replace(AccountData newData) {
    data = newData;
  }

  /** Replaces the business numbers. */
  public synchronized void replaceNumbers(List<PhoneNumber> numbers) {
    data = data.withNumbers(numbers);
  }

  /** Replaces the users; tokens of users who are gone stop working. */
  public synchronized void replaceUsers(List<TeamUser> users) {
    data = data.withUsers(users);
  }

  /** Replaces users, groups and voicemail boxes together. */
  public synchronized void replaceTeam(
      List<TeamUser> users, List<NamedUnit> groups, List<NamedUnit> vmboxes) {
    data = data.withUsers(users).withUnits(groups, vmboxes);
  }

  /** Moves the account to the other kind of host. */
  public synchronized void moveTo(HostKind kind) {
    data = data.withHostKind(kind);
  }

  /** Gives the account another API key; the old one is unknown from now on. */
  public synchronized void changeApiKey(String apiKey) {
    data = data.withApiKey(apiKey);
  }

  /** Gives a user another key; false when there is no user with this id. */
  public synchronized boolean changeUserKey(String userId, String userKey) {
    return changeUser(userId, user -> user.withUserKey(userKey)).isPresent();
  }

  /** Sets a user's status and returns the user as it is then, or empty when it is gone. */
  public synchronized Optional<TeamUser> changeStatus(String userId, UserStatus status) {
    return changeUser(userId, user -> user.withStatus(status));
  }

  /**
   * Removes those of {@code wanted} that the account has, written exactly so, and returns them.
   * Removing and finding out are one step, so of two requests for one number one succeeds.
   */
  public synchronized Set<String> deleteNumbers(Set<String> wanted) {
    Set<String> deleted = new HashSet<>();
    List<PhoneNumber> kept = new ArrayList<>();
    for (PhoneNumber number : data.numbers()) {
      if (wanted.contains(number.number())) {
        deleted.add(number.number());
      } else {
        kept.add(number);
      }
    }
    data = data.withNumbers(kept);
    return deleted;
  }

  private Optional<TeamUser> changeUser(String userId, UnaryOperator<TeamUser> change) {
    List<TeamUser> users = new ArrayList<>(data.users());
    for (int i = 0; i < users.size(); i++) {
      if (users.get(i).id().equals(userId)) {
        TeamUser changed = change.apply(users.get(i));
        users.set(i, changed);
        data = data.withUsers(users);
        return Optional.of(changed);
      }
    }
    return Optional.empty();
  }
}
