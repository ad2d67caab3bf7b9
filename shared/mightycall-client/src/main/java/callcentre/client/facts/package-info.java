/**
 * What the provider says, as facts of the domain: every row on its own, nothing guessed, and the
 * same fact for the same row.
 */
@NullMarked
package callcentre.client.facts;

import org.jspecify.annotations.NullMarked;
