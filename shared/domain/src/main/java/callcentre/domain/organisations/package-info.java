@NullMarked
package callcentre.domain.organisations;

import org.jspecify.annotations.NullMarked;
