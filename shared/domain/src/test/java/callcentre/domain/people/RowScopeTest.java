package callcentre.domain.people;

import static org.assertj.core.api.Assertions.assertThat;

import callcentre.domain.ownership.Interval;
import callcentre.domain.ownership.Scope;
import callcentre.domain.phone.PhoneNumber;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RowScopeTest {

  private static final PhoneNumber MAIN = new PhoneNumber("+12125550147");
  private static final Extension MARIA = new Extension("101");
  private static final Extension SAM = new Extension("102");
  private static final Instant MARCH = Instant.parse("2026-03-01T00:00:00Z");
  private static final Instant JUNE = Instant.parse("2026-06-01T00:00:00Z");

  private final RowScope manager =
      new RowScope(
          new Scope.Owned(Map.of(MAIN, List.of(new Interval(MARCH, Optional.of(JUNE))))),
          List.of(new ExtensionAssignment(MARIA, Interval.since(JUNE))));

  @Test
  void theWholeAccountHoldsEveryRowAlsoOnesWithoutANumber() {
    assertThat(RowScope.EVERYTHING.contains(Optional.empty(), List.of(), MARCH)).isTrue();
    assertThat(RowScope.EVERYTHING.isEverything()).isTrue();
    assertThat(RowScope.EVERYTHING.isEmpty()).isFalse();
  }

  @Test
  void aRowOfANumberIsInsideWhileTheNumberBelongsToTheScope() {
    assertThat(manager.contains(Optional.of(MAIN), List.of(SAM), MARCH)).isTrue();
    assertThat(manager.contains(Optional.of(MAIN), List.of(SAM), JUNE)).isFalse();
    assertThat(manager.contains(Optional.empty(), List.of(SAM), MARCH)).isFalse();
  }

  @Test
  void aRowIsOnesOwnOnlyWhileTheExtensionIs() {
    assertThat(manager.contains(Optional.empty(), List.of(SAM, MARIA), JUNE)).isTrue();
    assertThat(manager.contains(Optional.empty(), List.of(MARIA), MARCH)).isFalse();
    assertThat(manager.isOwn(List.of(SAM), JUNE)).isFalse();
  }

  @Test
  void whoOwnsNothingAndHasNoExtensionSeesNothing() {
    assertThat(new RowScope(new Scope.Owned(Map.of()), List.of()).isEmpty()).isTrue();
    assertThat(manager.isEmpty()).isFalse();
  }
}
