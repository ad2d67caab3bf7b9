/** The command line: options, prompt, data folder. */
@NullMarked
package callcentre.runner.cli;

import org.jspecify.annotations.NullMarked;
