/** Follows the streams of the tables and tells connections of the live channel what changed. */
@NullMarked
package callcentre.functions.livepublisher;

import org.jspecify.annotations.NullMarked;
