package callcentre.domain.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class WindowPlanPropertyTest {

  private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");

  @Property
  void windowsCoverEverythingThatSettledWithoutGapOrFuture(
      @ForAll @IntRange(max = 5_000) int minutesBehind,
      @ForAll @IntRange(max = 120) int overlap,
      @ForAll @IntRange(max = 300) int settlingSeconds,
      @ForAll @IntRange(min = 7, max = 1_500) int longest) {
    WindowPlan plan =
        new WindowPlan(
            Duration.ofMinutes(overlap),
            Duration.ofSeconds(settlingSeconds),
            Duration.ofMinutes(longest));
    Instant doneUntil = NOW.minus(Duration.ofMinutes(minutesBehind));

    List<Window> windows = plan.windows(doneUntil, NOW);

    Instant settled = NOW.minusSeconds(settlingSeconds);
    if (windows.isEmpty()) {
      assertThat(doneUntil).isAfterOrEqualTo(settled);
      return;
    }
    assertThat(windows.getFirst().from()).isEqualTo(doneUntil.minus(Duration.ofMinutes(overlap)));
    assertThat(windows.getLast().to()).isEqualTo(settled);
    for (int i = 0; i < windows.size(); i++) {
      assertThat(windows.get(i).isClosed(NOW)).isTrue();
      assertThat(windows.get(i).length()).isLessThanOrEqualTo(Duration.ofMinutes(longest));
      if (i > 0) {
        assertThat(windows.get(i).from()).isEqualTo(windows.get(i - 1).to());
      }
    }
  }

  @Test
  void aWindowThatEndsInTheFutureIsNotClosed() {
    Window day = Window.ofDay(LocalDate.parse("2026-11-21"));

    assertThat(day.isClosed(NOW)).isFalse();
    assertThat(day.isClosed(Instant.parse("2026-11-22T00:00:00Z"))).isTrue();
    assertThat(day.contains(day.from())).isTrue();
    assertThat(day.contains(day.to())).isFalse();
  }

  @Test
  void aWindowEndsAfterItStarts() {
    assertThatThrownBy(() -> new Window(NOW, NOW)).isInstanceOf(IllegalArgumentException.class);
  }
}
