@NullMarked
package callcentre.storage.people;

import org.jspecify.annotations.NullMarked;
