package callcentre.simulator.demo;

import java.util.List;
import java.util.random.RandomGenerator;

/** What happens in a call that leaves no voicemail, and how often. */
enum Plot {
  ANSWERED(30),
  GROUP_ANSWERED(12),
  SECOND_ANSWERED(6),
  TRANSFERRED(5),
  CONSULTED(3),
  MISSED(11),
  DROPPED(4),
  CALLED_OUT(18),
  CALLED_OUT_UNANSWERED(5),
  CALLED_OUT_CANCELED(2),
  INTERNAL(3),
  INTERNAL_MISSED(1),
  CALLED_BACK(3),
  CALLED_BACK_IN_VAIN(1);

  private static final List<Plot> ALL = List.of(values());
  private static final int SUM = ALL.stream().mapToInt(plot -> plot.weight).sum();

  private final int weight;

  Plot(int weight) {
    this.weight = weight;
  }

  /** One of them, by weight. */
  static Plot draw(RandomGenerator random) {
    int place = random.nextInt(SUM);
    for (Plot plot : ALL) {
      place -= plot.weight;
      if (place < 0) {
        return plot;
      }
    }
    throw new IllegalStateException("The weights do not add up to " + SUM);
  }

  /** What happens when nobody is at the desks: clients call in vain. */
  static Plot drawClosed(RandomGenerator random) {
    return random.nextInt(4) == 0 ? DROPPED : MISSED;
  }
}
