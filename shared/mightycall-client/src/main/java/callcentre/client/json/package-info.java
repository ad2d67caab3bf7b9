/** The provider's JSON, read leniently (reference 2). */
@NullMarked
package callcentre.client.json;

import org.jspecify.annotations.NullMarked;
