/** Webhook events as they were received: table {@code call_events}. */
@NullMarked
package callcentre.storage.events;

import org.jspecify.annotations.NullMarked;
