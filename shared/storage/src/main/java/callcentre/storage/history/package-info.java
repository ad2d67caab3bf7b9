/**
 * What the lists of calls, voicemails and messages share: keys in order of time, pages that are cut
 * by what a caller may see, counts per day, retention.
 */
@NullMarked
package callcentre.storage.history;

import org.jspecify.annotations.NullMarked;
