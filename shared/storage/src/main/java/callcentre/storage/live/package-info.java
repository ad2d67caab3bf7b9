/** The live channel's state: table {@code live_connections}. */
@NullMarked
package callcentre.storage.live;

import org.jspecify.annotations.NullMarked;
