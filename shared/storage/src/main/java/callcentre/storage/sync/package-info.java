@NullMarked
package callcentre.storage.sync;

import org.jspecify.annotations.NullMarked;
