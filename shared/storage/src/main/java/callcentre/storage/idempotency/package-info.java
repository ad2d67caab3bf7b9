@NullMarked
package callcentre.storage.idempotency;

import org.jspecify.annotations.NullMarked;
