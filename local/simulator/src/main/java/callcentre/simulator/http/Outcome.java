package callcentre.simulator.http;

/** How a request ends: with an answer, or with a connection that closes without one. */
public sealed interface Outcome permits Answer, ByteAnswer, Outcome.Dropped {

  /** The connection closes and nothing was answered. */
  record Dropped() implements Outcome {}
}
