package callcentre.runner.cli;

/** Which MightyCall the functions talk to. */
public enum Provider {
  /** The simulator, with its made-up call centre. */
  DEMO,
  /** A real account, with the keys of {@code .env}. */
  REAL
}
