/**
 * Runs a function's package as Lambda does: one JVM per execution environment, fed through the
 * Runtime API.
 */
@NullMarked
package callcentre.runner.process;

import org.jspecify.annotations.NullMarked;
