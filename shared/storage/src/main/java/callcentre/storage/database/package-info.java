@NullMarked
package callcentre.storage.database;

import org.jspecify.annotations.NullMarked;
