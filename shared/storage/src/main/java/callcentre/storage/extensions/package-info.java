@NullMarked
package callcentre.storage.extensions;

import org.jspecify.annotations.NullMarked;
