package callcentre.storage;

/**
 * A row together with the version under which it was read; a write is conditional on it.
 *
 * @param version 1 for a new row, one more after each write
 */
public record Versioned<T>(T value, long version) {}
