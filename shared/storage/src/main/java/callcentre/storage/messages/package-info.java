@NullMarked
package callcentre.storage.messages;

import org.jspecify.annotations.NullMarked;
