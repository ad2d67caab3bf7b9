/** Messages as the log shows them: those that we send and those that the journal tells of. */
@NullMarked
package callcentre.domain.messages.log;

import org.jspecify.annotations.NullMarked;
