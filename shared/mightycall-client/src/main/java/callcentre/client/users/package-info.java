/** People's own keys of the provider (reference 1.2: a key acts as its user). */
@NullMarked
package callcentre.client.users;

import org.jspecify.annotations.NullMarked;
