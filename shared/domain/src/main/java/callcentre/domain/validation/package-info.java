@NullMarked
package callcentre.domain.validation;

import org.jspecify.annotations.NullMarked;
