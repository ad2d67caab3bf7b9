/** The family {@code /journal} (reference 3.5). */
@NullMarked
package callcentre.client.journal;

import org.jspecify.annotations.NullMarked;
