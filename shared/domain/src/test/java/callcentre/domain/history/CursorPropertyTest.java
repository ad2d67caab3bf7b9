package callcentre.domain.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CursorPropertyTest {

  private static final Instant START = Instant.parse("2026-11-01T00:00:00Z");
  private static final Window DAY = new Window(START, START.plus(Duration.ofDays(1)));

  @Provide
  Arbitrary<Checkpoint> checkpoints() {
    return Combinators.combine(
            Arbitraries.longs().between(0, 10_000_000_000L),
            Arbitraries.longs().between(1, 10_000_000_000L),
            Arbitraries.integers().between(1, 1_000),
            Arbitraries.integers().between(0, 5_000),
            Arbitraries.longs().between(0, 1_000_000))
        .as(
            (from, length, pageSize, pages, total) ->
                new Checkpoint(
                    new Window(START.plusMillis(from), START.plusMillis(from + length)),
                    pageSize,
                    pages,
                    total));
  }

  @Property
  void aCursorIsReadAsItWasWritten(@ForAll("checkpoints") Checkpoint checkpoint) {
    HistoryCursor between = HistoryCursor.startingAt(checkpoint.window().from());
    HistoryCursor within = between.at(checkpoint);

    assertThat(Checkpoint.parse(checkpoint.text())).isEqualTo(checkpoint);
    assertThat(HistoryCursor.parse(between.text())).isEqualTo(between);
    assertThat(HistoryCursor.parse(within.text())).isEqualTo(within);
  }

  @Property
  void pagesReadOneByOneReadTheTotal(@ForAll("checkpoints") Checkpoint any) {
    Checkpoint checkpoint = Checkpoint.begin(any.window(), 100, any.total() % 5_000);
    int pages = 0;
    while (!checkpoint.readsAll()) {
      assertThat(checkpoint.progress()).isLessThan(1);
      assertThat(checkpoint.skip()).isEqualTo(pages * 100L);
      checkpoint = checkpoint.pageDone();
      pages++;
      assertThat(checkpoint.nextPage()).isEqualTo(pages + 1);
    }
    assertThat(checkpoint.progress()).isEqualTo(1);
    assertThat(pages).isEqualTo((int) ((checkpoint.total() + 99) / 100));
  }

  @Test
  void aWindowWhoseTotalChangedBeginsAgain() {
    Checkpoint begun = Checkpoint.begin(DAY, 1_000, 2_500).pageDone().pageDone();

    assertThat(begun.again(2_501)).isEqualTo(Checkpoint.begin(DAY, 1_000, 2_501));
  }

  @Test
  void aWindowThatOverlapsWhatIsDoneNeverTakesItBack() {
    HistoryCursor cursor = HistoryCursor.startingAt(DAY.to().plusSeconds(60));

    assertThat(cursor.windowDone(DAY).doneUntil()).isEqualTo(DAY.to().plusSeconds(60));
    assertThat(cursor.at(Checkpoint.begin(DAY, 10, 1)).windowDone(DAY).open()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "h1",
        "h2;2026-11-01T00:00:00Z;",
        "h1;yesterday;",
        "h1;2026-11-01T00:00:00Z;2026-11-01T00:00:00Z,2026-11-01T00:00:00Z,100,0,0",
        "h1;2026-11-01T00:00:00Z;2026-11-01T00:00:00Z,2026-11-02T00:00:00Z,0,0,0",
        "h1;2026-11-01T00:00:00Z;2026-11-01T00:00:00Z,2026-11-02T00:00:00Z,ten,0,0"
      })
  void aCursorOfAnotherFormIsRefusedAndSaysWhatToDo(String text) {
    assertThatThrownBy(() -> HistoryCursor.parse(text))
        .isInstanceOf(UnreadableCursorException.class)
        .hasMessageContaining("remove it to pull the history again");
  }

  @Property
  void aBackfillReadsItsRangeOnceFromTheNewestAndItsProgressOnlyGrows(
      @ForAll("checkpoints") Checkpoint any) {
    Window range =
        new Window(START, START.plusMillis(1 + any.window().length().toMillis() % 9_000_000_000L));
    Backfill backfill = Backfill.begin(range, Duration.ofDays(7));
    Instant expectedEnd = range.to();
    double progress = backfill.progress();
    while (!backfill.isDone()) {
      Window chunk = backfill.next().orElseThrow();
      assertThat(chunk.to()).isEqualTo(expectedEnd);
      assertThat(chunk.length()).isLessThanOrEqualTo(Duration.ofDays(7));
      Backfill within = backfill.at(Checkpoint.begin(chunk, 10, 20).pageDone());
      assertThat(Backfill.parse(within.text())).isEqualTo(within);
      assertThat(within.next()).contains(chunk);
      assertThat(within.progress()).isBetween(progress, 1.0);
      progress = within.progress();
      backfill = within.chunkDone();
      assertThat(backfill.open()).isEmpty();
      assertThat(backfill.progress()).isBetween(progress, 1.0);
      progress = backfill.progress();
      expectedEnd = chunk.from();
    }
    assertThat(expectedEnd).isEqualTo(range.from());
    assertThat(backfill.next()).isEqualTo(Optional.empty());
    assertThat(backfill.progress()).isEqualTo(1);
    assertThat(Backfill.parse(backfill.text())).isEqualTo(backfill);
  }

  @Test
  void aBackfillOfAnotherFormIsRefused() {
    assertThatThrownBy(() -> Backfill.parse("b9;x")).isInstanceOf(UnreadableCursorException.class);
  }
}
