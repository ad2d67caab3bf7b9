package callcentre.domain.evidence;

import java.util.List;

/**
 * All that is known of one record. The same facts in any order, any number of times, merged in any
 * grouping, are the same evidence.
 *
 * @param <F> the facts
 * @param <E> the evidence itself
 */
public interface Evidence<F, E extends Evidence<F, E>> {

  /** The facts, at most one per source, in the order of the sources. */
  List<F> facts();

  /** The same with one fact more. */
  E with(F fact);

  /** Both together. */
  E merge(E other);

  /** Whether a source described the record, so that there is a row; edits alone are none. */
  boolean isDescribed();

  /**
   * Whether a write would say nothing new in place of {@code stored}: the same sources say the
   * same, be it observed later, and the row looks the same.
   */
  boolean saysTheSameAs(E stored);
}
