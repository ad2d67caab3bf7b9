package callcentre.api.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import callcentre.domain.people.Role;
import org.junit.jupiter.api.Test;

class RuleTest {

  @Test
  void whatNobodyNamesIsDenied() {
    Rule rule = Rule.of("A D*");
    assertThat(rule.of(Role.PLATFORM_ADMIN)).isEqualTo(Access.ALL);
    assertThat(rule.of(Role.ORG_ADMIN)).isEqualTo(Access.SCOPED);
    assertThat(rule.of(Role.ORG_MANAGER)).isEqualTo(Access.NONE);
    assertThat(rule.of(Role.AGENT)).isEqualTo(Access.NONE);
    assertThat(rule.of(Role.NONE)).isEqualTo(Access.NONE);
    assertThat(rule.isPublic()).isFalse();
  }

  @Test
  void selfIsForEveryRoleThatIsNotNamedButNotForNone() {
    Rule rule = Rule.of("A D* self");
    assertThat(rule.of(Role.ORG_ADMIN)).isEqualTo(Access.SCOPED);
    assertThat(rule.of(Role.ORG_MANAGER)).isEqualTo(Access.SELF);
    assertThat(rule.of(Role.AGENT)).isEqualTo(Access.SELF);
    assertThat(rule.of(Role.NONE)).isEqualTo(Access.NONE);
  }

  @Test
  void aPublicRouteGivesNoRoleAnythingInParticular() {
    Rule rule = Rule.of("public");
    assertThat(rule.isPublic()).isTrue();
    assertThat(Role.values()).allMatch(role -> rule.of(role) == Access.NONE);
  }

  @Test
  void aLetterOutsideTheContractIsAMistake() {
    assertThatThrownBy(() -> Rule.of("A X"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("'X'");
    assertThatThrownBy(() -> Rule.of("")).isInstanceOf(IllegalArgumentException.class);
  }
}
