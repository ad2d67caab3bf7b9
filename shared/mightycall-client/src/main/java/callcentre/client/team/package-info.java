/** The family {@code /team} (reference 3.4). */
@NullMarked
package callcentre.client.team;

import org.jspecify.annotations.NullMarked;
