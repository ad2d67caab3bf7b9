package callcentre.storage.links;

/**
 * What a stored item says to people, for example one that the stream of its table brought.
 *
 * @param <R> a row
 */
public sealed interface RowImage<R> {

  /** The id that the item stands under. */
  String id();

  /** Counts the writes under the id; a row that becomes an alias counts on. */
  long version();

  /** A row that lists show. */
  record Shown<R>(String id, R row, long version) implements RowImage<R> {}

  /**
   * Another row is shown instead.
   *
   * @param into its id
   */
  record Folded<R>(String id, String into, long version) implements RowImage<R> {}
}
