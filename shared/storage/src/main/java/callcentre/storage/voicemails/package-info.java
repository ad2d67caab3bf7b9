@NullMarked
package callcentre.storage.voicemails;

import org.jspecify.annotations.NullMarked;
