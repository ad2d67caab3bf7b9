/** How long the live channel takes, through everything that {@code ./run} starts. */
@NullMarked
package callcentre.benchmarks.live;

import org.jspecify.annotations.NullMarked;
