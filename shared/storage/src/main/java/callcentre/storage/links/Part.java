package callcentre.storage.links;

/**
 * The facts of one record inside a row. A row keeps them apart by record, because a join that was
 * inferred can turn out to be ambiguous.
 *
 * @param evidence what is known of the record
 * @param named whether the record itself names the row that it is in; it then never leaves it
 */
public record Part<E>(E evidence, boolean named) {}
