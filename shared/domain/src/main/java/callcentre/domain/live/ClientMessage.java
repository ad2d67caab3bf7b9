package callcentre.domain.live;

import java.util.List;

/** What a client says. Topics are as it wrote them: they may not exist. */
public sealed interface ClientMessage {

  /** Asks for the state of topics and for their deltas from now on. */
  record Subscribe(List<String> topics) implements ClientMessage {
    public Subscribe {
      topics = List.copyOf(topics);
    }
  }

  /**
   * Asks for the deltas that followed one, and for those from now on.
   *
   * @param seq the last one that the client has without a gap, 0 or more
   */
  record Resume(String topic, long seq) implements ClientMessage {}

  /** Keeps the connection open and asks whether the subscriptions still stand. */
  record Ping() implements ClientMessage {}
}
