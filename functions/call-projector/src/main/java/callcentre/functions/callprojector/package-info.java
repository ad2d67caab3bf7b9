/** Follows the stream of webhook events and brings them into the rows of their calls. */
@NullMarked
package callcentre.functions.callprojector;

import org.jspecify.annotations.NullMarked;
