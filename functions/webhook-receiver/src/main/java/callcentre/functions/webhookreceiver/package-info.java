/** Takes the provider's webhooks: authenticates, removes keys, keeps the event, answers. */
@NullMarked
package callcentre.functions.webhookreceiver;

import org.jspecify.annotations.NullMarked;
