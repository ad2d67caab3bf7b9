@NullMarked
package callcentre.storage.numbers;

import org.jspecify.annotations.NullMarked;
