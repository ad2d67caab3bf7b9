package callcentre.domain.extensions;

import static callcentre.domain.extensions.ExtensionFacts.EXT_101;
import static callcentre.domain.extensions.ExtensionFacts.EXT_102;
import static callcentre.domain.extensions.ExtensionFacts.assigned;
import static callcentre.domain.extensions.ExtensionFacts.evidence;
import static callcentre.domain.extensions.ExtensionFacts.found;
import static callcentre.domain.extensions.ExtensionFacts.minute;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import callcentre.domain.extensions.ExtensionFact.ProfileMissed;
import callcentre.domain.extensions.ExtensionFact.Unassigned;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ExtensionEvidenceTest {

  @Test
  void vanishedExtensionIsInactiveAndKeepsItsPerson() {
    AccountExtension vanished =
        row(
            evidence(
                found(EXT_101, "Maria", "Lopez", minute(0)),
                new ProfileMissed(EXT_101, minute(5))));

    assertThat(vanished.active()).isFalse();
    assertThat(vanished.displayName()).isEqualTo("Maria Lopez");
    assertThat(vanished.sources()).isEmpty();
    assertThat(vanished.lastSeenAt()).contains(minute(0));
  }

  @Test
  void extensionThatComesBackIsActiveAgain() {
    ExtensionEvidence back =
        evidence(
            found(EXT_101, "Maria", "Lopez", minute(0)),
            new ProfileMissed(EXT_101, minute(5)),
            found(EXT_101, "Maria", "Lopez", minute(9)));

    assertThat(row(back).active()).isTrue();
    assertThat(row(back).sources()).containsExactly(ExtensionSource.PROFILE);
  }

  @Test
  void assignmentAloneMakesAnActiveRowUntilTheProviderSaysNobodyIsThere() {
    ExtensionEvidence assignedOnly = evidence(assigned(EXT_101, "Sam Reed", minute(0)));

    assertThat(row(assignedOnly).active()).isTrue();
    assertThat(row(assignedOnly).displayName()).isEqualTo("Sam Reed");
    assertThat(row(assignedOnly).lastSeenAt()).isEmpty();
    assertThat(row(assignedOnly.merge(new ProfileMissed(EXT_101, minute(1)))).active()).isFalse();
  }

  @Test
  void endedAssignmentNoLongerSpeaksForTheExtension() {
    ExtensionEvidence ended =
        evidence(assigned(EXT_101, "Sam Reed", minute(0)), new Unassigned(EXT_101, minute(3)));

    assertThat(row(ended).sources()).isEmpty();
    assertThat(row(ended).active()).isFalse();
  }

  @Test
  void providersNameWinsOverTheDashboards() {
    ExtensionEvidence both =
        evidence(assigned(EXT_101, "Mary", minute(9)), found(EXT_101, "Maria", "Lopez", minute(0)));

    assertThat(row(both).displayName()).isEqualTo("Maria Lopez");
    assertThat(row(both).sources())
        .containsExactly(ExtensionSource.PROFILE, ExtensionSource.ASSIGNMENT);
  }

  @Test
  void aNamelessExtensionIsCalledByItsNumber() {
    Profile nameless =
        new Profile(
            Optional.of(" "),
            Optional.empty(),
            Optional.empty(),
            Optional.of(EXT_101),
            Optional.empty());

    assertThat(
            row(evidence(new ExtensionFact.ProfileFound(EXT_101, nameless, minute(0))))
                .displayName())
        .isEqualTo("101");
  }

  @Test
  void seenAgainSoonIsNotWorthAWriteButADayLaterIs() {
    AccountExtension stored = row(evidence(found(EXT_101, "Maria", "Lopez", minute(0))));
    AccountExtension soon =
        row(stored.evidence().merge(found(EXT_101, "Maria", "Lopez", minute(30))));
    AccountExtension nextDay =
        row(stored.evidence().merge(found(EXT_101, "Maria", "Lopez", minute(24 * 60))));

    assertThat(soon.supersedes(stored)).isFalse();
    assertThat(nextDay.supersedes(stored)).isTrue();
    assertThat(nextDay.looksDifferentFrom(stored)).isFalse();
  }

  @Test
  void aRenewedMissIsWorthAWriteSoThatItIsRemembered() {
    AccountExtension stored = row(evidence(new ProfileMissed(EXT_101, minute(0))));
    AccountExtension nextWeek =
        row(stored.evidence().merge(new ProfileMissed(EXT_101, minute(7 * 24 * 60))));

    assertThat(nextWeek.supersedes(stored)).isTrue();
    assertThat(nextWeek.evidence().isKnown()).isFalse();
  }

  @Test
  void aFactAboutAnotherExtensionIsRefused() {
    assertThatThrownBy(
            () -> ExtensionEvidence.none(EXT_101).merge(new ProfileMissed(EXT_102, minute(0))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a fact about 102 says nothing of 101");
  }

  private static AccountExtension row(ExtensionEvidence evidence) {
    return new AccountExtension(evidence, Optional.empty());
  }
}
