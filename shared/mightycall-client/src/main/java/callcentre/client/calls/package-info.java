/** The family {@code /calls} (reference 3.1). */
@NullMarked
package callcentre.client.calls;

import org.jspecify.annotations.NullMarked;
