/** Messages of ours and the journal's records of them. */
@NullMarked
package callcentre.domain.messages.settling;

import org.jspecify.annotations.NullMarked;
