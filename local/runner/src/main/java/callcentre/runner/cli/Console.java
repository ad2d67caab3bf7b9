package callcentre.runner.cli;

import java.io.PrintStream;

/** What the person at the terminal sees. */
public final class Console {

  private final PrintStream out;
  private final PrintStream err;
  private final long startedNanos = System.nanoTime();

  public Console(PrintStream out, PrintStream err) {
    this.out = out;
    this.err = err;
  }

  /** A step that is done, with the seconds since the start. */
  public void step(String text) {
    out.printf("%6.1f s  %s%n", seconds(), text);
  }

  public void print(String text) {
    out.println(text);
  }

  /** Something went wrong and the program goes on. */
  public void complain(String text) {
    err.println("       !  " + text);
  }

  public double seconds() {
    return (System.nanoTime() - startedNanos) / 1e9;
  }
}
