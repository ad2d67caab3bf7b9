@NullMarked
package callcentre.domain.numbers;

import org.jspecify.annotations.NullMarked;
