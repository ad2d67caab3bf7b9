package callcentre.domain.evidence;

import java.time.Instant;

/**
 * Something one source said at one time.
 *
 * @param <S> the sources of this kind of record
 */
public interface Fact<S extends Enum<S>> {

  S source();

  /** The start of our request, for pulls and for our own writes (design: "The one idea"). */
  Instant observedAt();

  /**
   * Whether it tells of a state that is never left. A later fact of the same source that knows less
   * does not replace it.
   */
  default boolean settled() {
    return true;
  }
}
