/** Text messages as the journal knows them, and what people here did with them. */
@NullMarked
package callcentre.domain.messages;

import org.jspecify.annotations.NullMarked;
