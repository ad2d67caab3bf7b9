@NullMarked
package callcentre.domain.ownership;

import org.jspecify.annotations.NullMarked;
