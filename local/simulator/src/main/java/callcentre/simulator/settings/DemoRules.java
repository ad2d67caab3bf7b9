package callcentre.simulator.settings;

/**
 * The centre's own history, which the seed alone decides.
 *
 * @param months how far it reaches back from the start; 0 for none
 * @param callsPerDay calls on a usual working day, 0 or more
 * @param living whether days go on after the start as the clock moves
 */
public record DemoRules(int months, int callsPerDay, boolean living) {

  public DemoRules {
    if (months < 0 || months > 36 || callsPerDay < 0 || callsPerDay > 100_000) {
      throw new IllegalArgumentException("Give 0 to 36 months and 0 to 100,000 calls a day");
    }
  }

  /** No history: tests put in what they need. */
  public static DemoRules none() {
    return new DemoRules(0, 0, false);
  }

  /** Nine months, which always hold a change of the clocks, of a centre that goes on living. */
  public static DemoRules livingCentre() {
    return new DemoRules(9, 120, true);
  }

  public DemoRules withMonths(int newMonths) {
    return new DemoRules(newMonths, callsPerDay, living);
  }

  public DemoRules withCallsPerDay(int calls) {
    return new DemoRules(months, calls, living);
  }

  public DemoRules withLiving(boolean isLiving) {
    return new DemoRules(months, callsPerDay, isLiving);
  }
}
