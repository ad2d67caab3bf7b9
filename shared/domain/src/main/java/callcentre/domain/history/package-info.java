/**
 * Pulling history: closed windows, pages that can be continued, back-fill in chunks, and the
 * arithmetic of comparing the provider's counts with ours.
 */
@NullMarked
package callcentre.domain.history;

import org.jspecify.annotations.NullMarked;
