@NullMarked
package callcentre.domain.reports;

import org.jspecify.annotations.NullMarked;
