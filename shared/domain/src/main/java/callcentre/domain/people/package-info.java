@NullMarked
package callcentre.domain.people;

import org.jspecify.annotations.NullMarked;
