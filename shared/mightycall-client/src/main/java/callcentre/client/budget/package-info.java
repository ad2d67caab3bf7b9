/** Spending the request budget. */
@NullMarked
package callcentre.client.budget;

import org.jspecify.annotations.NullMarked;
