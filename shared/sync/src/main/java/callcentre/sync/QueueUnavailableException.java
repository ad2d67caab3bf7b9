package callcentre.sync;

/** The queue did not take a job; the job is ended as failed and its datasets are free. */
public final class QueueUnavailableException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final String jobId;

  QueueUnavailableException(String jobId, Throwable cause) {
    super(
        "The sync could not be put on the queue, so nothing was pulled and nothing was changed. Ask"
            + " again in a moment.",
        cause);
    this.jobId = jobId;
  }

  /** The job that failed. */
  public String jobId() {
    return jobId;
  }
}
