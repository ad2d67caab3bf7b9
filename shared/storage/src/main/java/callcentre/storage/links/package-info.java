/**
 * Rows that two families of the provider describe under different ids: how their facts are kept
 * apart by record, joined into one row, and taken apart again, each in one transaction. What is
 * stored is a function of the set of facts alone.
 */
@NullMarked
package callcentre.storage.links;

import org.jspecify.annotations.NullMarked;
