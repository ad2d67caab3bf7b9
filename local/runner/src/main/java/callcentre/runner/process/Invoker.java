package callcentre.runner.process;

/** Runs a function by name, waiting for its outcome. */
@FunctionalInterface
public interface Invoker {

  /**
   * @throws IllegalArgumentException if no such function is declared
   */
  Outcome invoke(String function, byte[] event);
}
