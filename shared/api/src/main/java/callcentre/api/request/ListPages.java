package callcentre.api.request;

import callcentre.storage.PageKey;
import callcentre.storage.cursors.CursorContext;
import callcentre.storage.cursors.InvalidCursorException;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Pages of lists whose rows are all read because a stack's limits bound them: 1,000 numbers, 1,000
 * extensions, 1,000 users, 200 organisations. Totals are then exact, and a filter never leads to a
 * short page. A list without bounds is paged where it is stored.
 */
@Singleton
public final class ListPages {

  private static final String AFTER = "after";

  private final PageCursors cursors;

  ListPages(PageCursors cursors) {
    this.cursors = cursors;
  }

  /**
   * A page of a list.
   *
   * @param rows of this page, in order of the key
   * @param nextCursor where the next page starts; empty when this is the last one
   * @param total the rows of all pages
   */
  public record Part<T>(List<T> rows, Optional<String> nextCursor, int total) {
    public Part {
      rows = List.copyOf(rows);
    }
  }

  /**
   * Cuts the asked page out of a list. Rows that come or go between two pages move no other row: a
   * page starts behind the key with which the one before ended.
   *
   * @param context from {@link PageCursors#context}
   * @param all every row that the caller may see and the filters let through, in any order
   * @param keyOf what tells two rows apart and orders them; its {@code toString} is read by {@code
   *     readKey}
   * @throws InvalidCursorException answered as 400 for {@code cursor}
   */
  public <T, K extends Comparable<K>> Part<T> cut(
      CursorContext context,
      PageRequest page,
      Collection<T> all,
      Function<T, K> keyOf,
      Function<String, K> readKey) {
    Predicate<T> isBehind =
        cursors
            .open(context, page)
            .map(key -> readKey.apply(after(key)))
            .<Predicate<T>>map(after -> row -> keyOf.apply(row).compareTo(after) > 0)
            .orElse(row -> true);
    List<T> left =
        all.stream()
            .filter(isBehind)
            .sorted(Comparator.comparing(keyOf))
            .skip(page.skip())
            .toList();
    List<T> rows = left.stream().limit(page.limit()).toList();
    Optional<PageKey> next =
        left.size() > rows.size()
            ? Optional.of(keyAfter(keyOf.apply(rows.getLast())))
            : Optional.empty();
    return new Part<>(rows, cursors.seal(context, next), all.size());
  }

  private static String after(PageKey key) {
    return Optional.ofNullable(key.attributes().get(AFTER))
        .orElseThrow(InvalidCursorException::new);
  }

  private static <K> PageKey keyAfter(K key) {
    TreeMap<String, String> attributes = new TreeMap<>();
    attributes.put(AFTER, key.toString());
    return new PageKey(attributes);
  }
}
