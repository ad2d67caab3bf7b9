/** What can go wrong between us and the provider, by kind. */
@NullMarked
package callcentre.client.error;

import org.jspecify.annotations.NullMarked;
