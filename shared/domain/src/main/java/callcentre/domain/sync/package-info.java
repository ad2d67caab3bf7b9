@NullMarked
package callcentre.domain.sync;

import org.jspecify.annotations.NullMarked;
