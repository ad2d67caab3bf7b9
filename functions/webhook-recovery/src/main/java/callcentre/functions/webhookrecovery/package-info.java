/** Stores the webhook events that the table refused when they came. */
@NullMarked
package callcentre.functions.webhookrecovery;

import org.jspecify.annotations.NullMarked;
