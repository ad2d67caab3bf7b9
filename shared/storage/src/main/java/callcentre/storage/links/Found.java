package callcentre.storage.links;

/**
 * A stored row.
 *
 * @param id the row's own id, which an alias is not
 * @param evidence all that is known of it
 * @param ambiguous whether several records could be its counterpart
 */
public record Found<E>(String id, E evidence, boolean ambiguous) {}
