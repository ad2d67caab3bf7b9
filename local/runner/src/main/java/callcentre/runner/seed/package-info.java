/** What no provider knows: organisations, users, assignments, tokens for development. */
@NullMarked
package callcentre.runner.seed;

import org.jspecify.annotations.NullMarked;
