package callcentre.api.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import callcentre.storage.cursors.CursorContext;
import callcentre.storage.cursors.Cursors;
import callcentre.storage.cursors.InvalidCursorException;
import callcentre.storage.cursors.SigningKeys;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ListPagesTest {

  private static final CursorContext LIST = CursorContext.of("GET /list", Map.of(), "somebody");

  private final ListPages pages =
      new ListPages(
          new PageCursors(new Cursors(() -> new SigningKeys("m".repeat(32)), new Random(1))));

  @Test
  void underAnyPageSizesEveryRowComesExactlyOnceInOrder() {
    for (long seed = 0; seed < 200; seed++) {
      Random random = new Random(seed);
      List<Integer> rows = new ArrayList<>(IntStream.range(0, random.nextInt(60)).boxed().toList());
      List<Integer> ordered = List.copyOf(rows);
      List<Integer> seen = new ArrayList<>();
      Optional<String> cursor = Optional.empty();
      do {
        Collections.shuffle(rows, random);
        ListPages.Part<Integer> part =
            cut(rows, new PageRequest(1 + random.nextInt(20), cursor, 0));
        assertThat(part.total()).isEqualTo(ordered.size());
        seen.addAll(part.rows());
        cursor = part.nextCursor();
      } while (cursor.isPresent());
      assertThat(seen).as("seed %s", seed).isEqualTo(ordered);
    }
  }

  @Test
  void rowsThatComeOrGoMoveNoOtherRow() {
    ListPages.Part<Integer> first =
        cut(List.of(2, 4, 6, 8), new PageRequest(2, Optional.empty(), 0));
    ListPages.Part<Integer> second =
        cut(List.of(1, 2, 5, 6, 8), new PageRequest(2, first.nextCursor(), 0));
    assertThat(first.rows()).containsExactly(2, 4);
    assertThat(second.rows()).containsExactly(5, 6);
    assertThat(second.nextCursor()).isPresent();
  }

  @Test
  void aFullLastPageHasNoCursorThatLeadsToNothing() {
    assertThat(cut(List.of(1, 2), new PageRequest(2, Optional.empty(), 0)).nextCursor()).isEmpty();
  }

  @Test
  void skipLeavesOutTheFirstRows() {
    assertThat(cut(List.of(1, 2, 3), new PageRequest(5, Optional.empty(), 2)).rows())
        .containsExactly(3);
    assertThat(cut(List.of(1, 2, 3), new PageRequest(5, Optional.empty(), 9)).rows()).isEmpty();
  }

  @Test
  void aCursorOfAnotherListIsRefused() {
    String cursor =
        cut(List.of(1, 2), new PageRequest(1, Optional.empty(), 0)).nextCursor().orElseThrow();
    CursorContext other = CursorContext.of("GET /other", Map.of(), "somebody");
    assertThatThrownBy(
            () ->
                pages.cut(
                    other,
                    new PageRequest(1, Optional.of(cursor), 0),
                    List.of(1, 2),
                    Function.<Integer>identity(),
                    Integer::valueOf))
        .isInstanceOf(InvalidCursorException.class);
  }

  private ListPages.Part<Integer> cut(List<Integer> rows, PageRequest page) {
    return pages.cut(LIST, page, rows, Function.<Integer>identity(), Integer::valueOf);
  }
}
