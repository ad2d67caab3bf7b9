package callcentre.live;

/** What became of a message to a connection. */
public sealed interface Delivery {

  /** API Gateway has passed it on. */
  record Delivered() implements Delivery {}

  /** There is no such connection any more; forget it. */
  record Gone() implements Delivery {}

  /**
   * Nobody knows whether it arrived. The client sees a gap in the deltas and asks for them.
   *
   * @param reason for the log, without the message's text
   */
  record Failed(String reason) implements Delivery {}
}
