package callcentre.domain.reports;

import java.util.List;

/**
 * The fixed edges, in seconds, of the histograms that reports keep. A stored histogram cannot be
 * asked about another threshold than an edge; an edge is never removed (design: Reports).
 */
public final class HistogramEdges {

  /** Upper edges of the wait until somebody answers or the caller gives up. */
  public static final List<Integer> WAIT_SECONDS =
      List.of(5, 10, 15, 20, 30, 45, 60, 90, 120, 180, 300, 600);

  /** Upper edges of the time two people talk. */
  public static final List<Integer> TALK_SECONDS =
      List.of(10, 30, 60, 120, 180, 300, 600, 900, 1_800, 3_600);

  private HistogramEdges() {}
}
