package callcentre.domain.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class UserTest {

  private static final Instant START = Instant.parse("2026-11-20T10:00:00Z");

  @Property
  void eachInstantHasAtMostOneExtensionAndThePastStays(
      @ForAll("histories") List<Optional<Extension>> changes) {
    User user = user(List.of());
    List<Optional<Extension>> expected = new ArrayList<>();
    for (int second = 0; second < changes.size(); second++) {
      Instant now = START.plusSeconds(second);
      user = user(user.extensionsAfter(changes.get(second), now));
      expected.add(changes.get(second));

      assertThat(user.currentExtension()).isEqualTo(changes.get(second));
      for (int past = 0; past <= second; past++) {
        Instant at = START.plusSeconds(past);
        assertThat(user.extensionAt(at)).isEqualTo(expected.get(past));
        assertThat(user.extensions().stream().filter(held -> held.interval().contains(at)))
            .hasSizeLessThanOrEqualTo(1);
      }
    }
  }

  @Test
  void theSameExtensionAgainChangesNothing() {
    User user = user(user(List.of()).extensionsAfter(extension("101"), START));

    assertThat(user.extensionsAfter(extension("101"), START.plusSeconds(9)))
        .isSameAs(user.extensions());
  }

  @Test
  void anExtensionThatIsReplacedAtOnceLeavesNoEmptyInterval() {
    User user = user(user(List.of()).extensionsAfter(extension("101"), START));

    assertThat(user.extensionsAfter(extension("102"), START))
        .extracting(ExtensionAssignment::extension)
        .containsExactly(new Extension("102"));
  }

  @ParameterizedTest
  @EnumSource(Role.class)
  void everyRoleIsFoundByItsName(Role role) {
    assertThat(Role.ofWireName(role.wireName())).contains(role);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "admin", "PLATFORM_ADMIN", "platform-admin", "superuser"})
  void nothingElseIsARole(String name) {
    assertThat(Role.ofWireName(name)).isEmpty();
  }

  @Test
  void extensionsAreInOrderOfTheirValue() {
    List<Extension> extensions =
        new ArrayList<>(List.of(new Extension("1001"), new Extension("99"), new Extension("101")));
    Collections.sort(extensions);

    assertThat(extensions).extracting(Extension::digits).containsExactly("99", "101", "1001");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "1", "1234567", "10a", " 101", "+101"})
  void whatIsNoExtensionIsEmptyAndRefused(String text) {
    assertThat(Extension.find(text)).isEmpty();
    assertThatThrownBy(() -> new Extension(text)).isInstanceOf(IllegalArgumentException.class);
  }

  @Provide
  Arbitrary<List<Optional<Extension>>> histories() {
    return Arbitraries.of("101", "102", "1000").map(Extension::new).optional().list().ofMaxSize(10);
  }

  private static Optional<Extension> extension(String digits) {
    return Optional.of(new Extension(digits));
  }

  private static User user(List<ExtensionAssignment> extensions) {
    return new User(
        "u", Role.AGENT, Set.of(), extensions, "Maria Lopez", Optional.empty(), START, START);
  }
}
