/** The provider's token: one for all processes, renewed by one of them. */
@NullMarked
package callcentre.client.token;

import org.jspecify.annotations.NullMarked;
