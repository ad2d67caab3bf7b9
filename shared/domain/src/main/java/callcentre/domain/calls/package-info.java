/**
 * Calls: facts of the two provider families that know them, of calls we started and of what people
 * here wrote; their evidence; and the row that follows from it.
 */
@NullMarked
package callcentre.domain.calls;

import org.jspecify.annotations.NullMarked;
