/** Messages of which nobody knows, and the journal's records of those that were sent. */
@NullMarked
package callcentre.messaging.settling;

import org.jspecify.annotations.NullMarked;
