package callcentre.aws;

import java.util.concurrent.atomic.AtomicInteger;

/**
 * Whether this process is being warmed for a SnapStart snapshot. While it is, AWS clients of the
 * process answer from memory ({@link PrimingTransport}); what is read then is not real, so no cache
 * may keep it. The state belongs to the process and not to a thread, because frameworks move work
 * between threads, and a snapshot is taken before any real request arrives.
 */
public final class Priming {

  private static final AtomicInteger DEPTH = new AtomicInteger();

  private Priming() {}

  /** True while {@link #run} runs anywhere in this process. */
  public static boolean isActive() {
    return DEPTH.get() > 0;
  }

  /**
   * Runs work that only exists to load classes and fill code caches.
   *
   * @param work drives the real code with invented input; its exceptions are the caller's
   */
  public static void run(Runnable work) {
    DEPTH.incrementAndGet();
    try {
      work.run();
    } finally {
      DEPTH.decrementAndGet();
    }
  }
}
