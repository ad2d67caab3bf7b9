@NullMarked
package callcentre.storage.reports;

import org.jspecify.annotations.NullMarked;
