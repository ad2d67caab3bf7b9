/** How many messages went out and came in, and what they cost. */
@NullMarked
package callcentre.domain.messages.usage;

import org.jspecify.annotations.NullMarked;
