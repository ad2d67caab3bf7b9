@NullMarked
package callcentre.storage.organisations;

import org.jspecify.annotations.NullMarked;
