@NullMarked
package callcentre.storage.cursors;

import org.jspecify.annotations.NullMarked;
