@NullMarked
package callcentre.domain.phone;

import org.jspecify.annotations.NullMarked;
