package callcentre.runner;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;

/** Parts to close, the last opened first. */
final class Closers {

  private final Deque<AutoCloseable> parts = new ArrayDeque<>();

  synchronized <T extends AutoCloseable> T add(T part) {
    parts.push(part);
    return part;
  }

  /** Closes all; one that fails does not keep the others open. */
  synchronized void close(Consumer<String> complaints) {
    while (!parts.isEmpty()) {
      AutoCloseable part = parts.pop();
      try {
        part.close();
      } catch (InterruptedException stopped) {
        Thread.currentThread().interrupt();
      } catch (Exception failure) {
        complaints.accept(part.getClass().getSimpleName() + " did not stop cleanly: " + failure);
      }
    }
  }

  synchronized void closeAfter(Exception failure) {
    close(complaint -> failure.addSuppressed(new IllegalStateException(complaint)));
  }
}
