/**
 * Which journal record and which call or voicemail are one, where the provider gives no common id.
 * The answer is a function of the set of records, never of the order in which they came.
 */
@NullMarked
package callcentre.domain.links;

import org.jspecify.annotations.NullMarked;
