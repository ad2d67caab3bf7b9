package callcentre.functions.syncworker.pull;

/** Another worker has the dataset: whatever this one still has to say is out of date. */
public final class ClaimLostException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public ClaimLostException(String dataset) {
    super("another worker pulls " + dataset + "; what was read is stored, nothing else is said");
  }
}
