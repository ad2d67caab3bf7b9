/** Recordings: their links and their bytes (reference 3.10). */
@NullMarked
package callcentre.client.audio;

import org.jspecify.annotations.NullMarked;
