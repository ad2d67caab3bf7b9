package callcentre.domain.extensions;

import static callcentre.domain.extensions.ExtensionFacts.evidence;
import static callcentre.domain.extensions.ExtensionFacts.found;
import static callcentre.domain.extensions.ExtensionFacts.member;
import static callcentre.domain.extensions.ExtensionFacts.minute;
import static org.assertj.core.api.Assertions.assertThat;

import callcentre.domain.people.Extension;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class TeamLinksPropertyTest {

  @Provide
  Arbitrary<List<String>> names() {
    return Arbitraries.of("Maria Lopez", "Sam Reed", "Jordan Blake").list().ofMaxSize(6);
  }

  @Property
  void anAmbiguousNameNeverLinksAndAUniqueOneAlways(
      @ForAll("names") List<String> members,
      @ForAll("names") List<String> seats,
      @ForAll long seed) {
    List<TeamUser> users = new ArrayList<>();
    for (int index = 0; index < members.size(); index++) {
      users.add(member("guid-" + index, members.get(index)));
    }
    List<ExtensionEvidence> extensions = new ArrayList<>();
    for (int index = 0; index < seats.size(); index++) {
      String[] name = seats.get(index).split(" ", -1);
      extensions.add(evidence(found(extension(index), name[0], name[1], minute(0))));
    }
    Collections.shuffle(users, new Random(seed));
    Collections.shuffle(extensions, new Random(seed));

    TeamLinks links = TeamLinks.between(new Team(users, List.of(), List.of()), extensions);

    for (int index = 0; index < seats.size(); index++) {
      String name = seats.get(index);
      boolean certain =
          Collections.frequency(members, name) == 1 && Collections.frequency(seats, name) == 1;
      if (certain) {
        assertThat(links.teamUserIdAt(extension(index))).contains("guid-" + members.indexOf(name));
      } else {
        assertThat(links.teamUserIdAt(extension(index))).isEmpty();
      }
    }
  }

  private static Extension extension(int index) {
    return new Extension(Integer.toString(200 + index));
  }
}
