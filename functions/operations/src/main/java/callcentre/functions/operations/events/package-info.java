/** Webhook events: what came, and bringing it into the rows of the calls again. */
@NullMarked
package callcentre.functions.operations.events;

import org.jspecify.annotations.NullMarked;
