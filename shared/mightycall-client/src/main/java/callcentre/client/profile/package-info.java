/** The family {@code /profile} (reference 3.4). */
@NullMarked
package callcentre.client.profile;

import org.jspecify.annotations.NullMarked;
