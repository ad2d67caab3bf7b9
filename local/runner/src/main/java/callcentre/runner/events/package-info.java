/** Event sources: queue mappings and schedules. */
@NullMarked
package callcentre.runner.events;

import org.jspecify.annotations.NullMarked;
