/** What webhook events say of calls, brought into the rows of the calls. */
@NullMarked
package callcentre.storage.projection;

import org.jspecify.annotations.NullMarked;
