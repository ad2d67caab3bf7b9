/**
 * Webhook events: what their names mean, which of them are one event, and what a call's events say
 * together, whatever their order and however often they come.
 */
@NullMarked
package callcentre.domain.events;

import org.jspecify.annotations.NullMarked;
