/** The families {@code /contactCenter/communications} and {@code interactions} (reference 3.7). */
@NullMarked
package callcentre.client.communications;

import org.jspecify.annotations.NullMarked;
