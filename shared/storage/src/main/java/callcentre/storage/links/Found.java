package callcentre.storage.links;

/**
 * A stored row.
 *
 * @param id the row's own id, which an alias is not
 * @param evidence all that is known of it
 * @param ambiguous whether several records could be its counterpart
 * @param version 1 for a new row, one more after each write
 */
public record Found<E>(String id, E evidence, boolean ambiguous, long version) {}
