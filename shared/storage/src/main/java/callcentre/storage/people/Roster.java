package callcentre.storage.people;

import callcentre.domain.people.User;
import callcentre.storage.Versioned;
import java.util.List;
import java.util.Optional;

/**
 * Everybody, as read at one moment.
 *
 * @param users in order of their ids
 * @param version of the table, read before the users
 */
public record Roster(List<Versioned<User>> users, long version) {

  public Roster {
    users = List.copyOf(users);
  }

  public Optional<Versioned<User>> find(String id) {
    return users.stream().filter(user -> user.value().id().equals(id)).findFirst();
  }
}
