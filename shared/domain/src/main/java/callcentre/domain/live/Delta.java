package callcentre.domain.live;

import java.time.Instant;

/**
 * A change as one topic tells it.
 *
 * @param seq the topic's count, 1 for its first delta, without gaps
 * @param at when it was published
 */
public record Delta(Topic topic, long seq, Instant at, RowChange row) {

  public Delta {
    if (seq < 1) {
      throw new IllegalArgumentException("the first delta of a topic has the seq 1");
    }
  }
}
