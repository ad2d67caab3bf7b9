package callcentre.api.request;

import java.util.Optional;

/**
 * Which part of a list is asked for.
 *
 * @param limit 1 to 200 rows
 * @param cursor the {@code next_cursor} of an earlier answer, not yet verified
 * @param skip legacy: rows to leave out before the first, 0 to 2,000; 0 with a cursor
 */
public record PageRequest(int limit, Optional<String> cursor, int skip) {

  public static final int DEFAULT_LIMIT = 50;
  public static final int LARGEST_LIMIT = 200;
  public static final int LARGEST_SKIP = 2_000;

  /** The first page of the usual size. */
  public static PageRequest first() {
    return new PageRequest(DEFAULT_LIMIT, Optional.empty(), 0);
  }
}
