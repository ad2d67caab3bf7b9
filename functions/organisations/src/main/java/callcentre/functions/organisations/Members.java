package callcentre.functions.organisations;

import callcentre.domain.ownership.OrganisationId;
import callcentre.domain.people.User;
import callcentre.storage.numbers.Directory;
import java.util.Collection;
import java.util.Set;

/**
 * What belongs to organisations, as it was read once for all of them.
 *
 * @param directory who owns which number
 * @param users everybody
 */
record Members(Directory directory, Collection<User> users) {

  int numbersOf(OrganisationId organisation) {
    return directory.numbers().ownedNow(Set.of(organisation)).size();
  }

  int usersOf(OrganisationId organisation) {
    return (int) users.stream().filter(user -> user.organisations().contains(organisation)).count();
  }
}
