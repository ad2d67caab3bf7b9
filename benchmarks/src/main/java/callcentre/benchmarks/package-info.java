/** Measurements that a person starts; no part of the product and of no test. */
@NullMarked
package callcentre.benchmarks;

import org.jspecify.annotations.NullMarked;
