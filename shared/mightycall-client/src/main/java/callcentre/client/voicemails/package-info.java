/** The family {@code /voicemails} (reference 3.2). */
@NullMarked
package callcentre.client.voicemails;

import org.jspecify.annotations.NullMarked;
