package callcentre.functions.syncworker.pull;

/** Remembers how far a pull came, so that whoever pulls next goes on there. */
public interface Checkpoints {

  /**
   * Everything that the cursor says is stored.
   *
   * @throws ClaimLostException when the dataset is another job's by now: stop without a write
   */
  void save(String cursor);

  /** Shows in the job what was done so far. */
  void show(Tally soFar);
}
