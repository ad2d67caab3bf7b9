/** The method {@code /ping} (reference 3.4). */
@NullMarked
package callcentre.client.ping;

import org.jspecify.annotations.NullMarked;
