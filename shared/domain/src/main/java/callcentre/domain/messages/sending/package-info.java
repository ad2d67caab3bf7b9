/**
 * Messages that we send: never more than one request that the provider may have accepted, never a
 * message without a truthful state (design: SMS).
 */
@NullMarked
package callcentre.domain.messages.sending;

import org.jspecify.annotations.NullMarked;
