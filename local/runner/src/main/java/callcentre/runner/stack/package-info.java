/** What template.yaml declares, as the parts of this program that serve it. */
@NullMarked
package callcentre.runner.stack;

import org.jspecify.annotations.NullMarked;
