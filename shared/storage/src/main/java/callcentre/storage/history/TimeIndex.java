package callcentre.storage.history;

import callcentre.storage.Table;

/**
 * An index in order of time.
 *
 * @param range the attribute with a {@link TimeKeys} value
 */
public record TimeIndex(Table table, String name, String hash, String range) {}
