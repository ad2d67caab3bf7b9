package callcentre.runner.process;

/** Which program runs the handler inside a function's process. */
public enum RuntimeKind {
  /** AWS's runtime interface client, the one of the managed Java runtime; Linux only. */
  AWS,
  /** {@link PureRuntime}: the same loop in Java alone, for every other system. */
  PURE;

  /** What this machine can run. */
  public static RuntimeKind ofThisMachine() {
    return System.getProperty("os.name", "").toLowerCase(java.util.Locale.ROOT).contains("linux")
        ? AWS
        : PURE;
  }
}
