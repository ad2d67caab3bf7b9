package callcentre.live.rows;

import static org.assertj.core.api.Assertions.assertThat;

import callcentre.domain.live.LiveLimits;
import callcentre.domain.live.RowChange;
import callcentre.domain.live.RowType;
import callcentre.storage.Page;
import callcentre.storage.PageKey;
import callcentre.storage.Versioned;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ShelfTest {

  private final List<RowChange> rows = new ArrayList<>();
  private final Shelf<Integer> shelf =
      new Shelf<>(
          rows,
          row ->
              RowChange.of(
                  RowType.CALL, "call-" + row.value(), row.version(), Instant.EPOCH, "{}"));

  @Test
  void takesWholeListsOneAfterTheOther() {
    assertThat(shelf.fill(List.of(list(1, 3), list(4, 5)))).isFalse();

    assertThat(rows)
        .extracting(RowChange::id)
        .containsExactly("call-1", "call-2", "call-3", "call-4", "call-5");
  }

  @Test
  void saysWhenThereWasMoreThanASnapshotHolds() {
    assertThat(shelf.fill(List.of(list(1, LiveLimits.SNAPSHOT_ROWS + 1)))).isTrue();

    assertThat(rows).hasSize(LiveLimits.SNAPSHOT_ROWS);
  }

  @Test
  void exactlyAsMuchAsASnapshotHoldsIsWhole() {
    assertThat(shelf.fill(List.of(list(1, LiveLimits.SNAPSHOT_ROWS)))).isFalse();

    assertThat(rows).hasSize(LiveLimits.SNAPSHOT_ROWS);
  }

  @Test
  void givesUpAListThatHasPageAfterPageOfNothing() {
    Page<Versioned<Integer>> nothing =
        new Page<>(List.of(), Optional.of(new PageKey(new TreeMap<>())));

    assertThat(shelf.fill(List.of((most, from) -> nothing))).isTrue();
  }

  /** The numbers of a stretch, in pages of 200 at most. */
  private static Shelf.Pages<Integer> list(int first, int last) {
    return (most, from) -> {
      int start =
          from.map(key -> Integer.parseInt(String.valueOf(key.attributes().get("at"))))
              .orElse(first);
      int end = Math.min(last, start + Math.min(most, 200) - 1);
      return new Page<>(
          IntStream.rangeClosed(start, end)
              .mapToObj(number -> new Versioned<>(number, number))
              .toList(),
          end < last
              ? Optional.of(
                  new PageKey(new TreeMap<>(java.util.Map.of("at", Integer.toString(end + 1)))))
              : Optional.empty());
    };
  }
}
