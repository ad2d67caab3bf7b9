@NullMarked
package callcentre.storage.calls;

import org.jspecify.annotations.NullMarked;
