package callcentre.storage.numbers;

import callcentre.domain.ownership.NumberDirectory;

/**
 * The ownership of every number as it was read.
 *
 * @param version grows with every assignment; 0 before the first one
 */
public record Directory(NumberDirectory numbers, long version) {}
