/**
 * What all merged rows share (design: "The one idea"): a fact is (source, time of observation,
 * content); a row keeps the newest fact of each source; each visible field is chosen among them by
 * rank, then time, then content. Choosing a maximum is commutative, associative and idempotent, so
 * order and repetition of facts never matter.
 */
@NullMarked
package callcentre.domain.evidence;

import org.jspecify.annotations.NullMarked;
