@NullMarked
package callcentre.storage.leases;

import org.jspecify.annotations.NullMarked;
