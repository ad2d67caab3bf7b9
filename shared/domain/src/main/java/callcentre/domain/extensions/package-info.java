/**
 * The account's extensions. The provider has no list of them (reference 3.4, 3.9): they are put
 * together from probes of {@code profile/{extension}}, the team, and the dashboard's own users.
 */
@NullMarked
package callcentre.domain.extensions;

import org.jspecify.annotations.NullMarked;
