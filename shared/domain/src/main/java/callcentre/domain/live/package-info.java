/**
 * The live channel: who may hear of what, and the messages that tell it (contract: "Live channel").
 */
@NullMarked
package callcentre.domain.live;

import org.jspecify.annotations.NullMarked;
