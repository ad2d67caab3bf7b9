/** Rows as deltas and snapshots carry them: as the lists of the API show them. */
@org.jspecify.annotations.NullMarked
package callcentre.live.rows;
