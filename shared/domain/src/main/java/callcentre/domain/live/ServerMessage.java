package callcentre.domain.live;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What the server says; each is at most {@link LiveLimits#MESSAGE_BYTES} as JSON. */
public sealed interface ServerMessage {

  /** The {@code type} of the message. */
  String type();

  /**
   * A page of a topic's state.
   *
   * @param seq the topic's count when the state was read: the next delta has one more
   * @param page 1 for the first
   * @param last whether no page follows
   * @param since from when on what is over is in it; what still goes on is in it whenever it began
   * @param truncated whether there was more of a type than {@link LiveLimits#SNAPSHOT_ROWS}
   */
  record Snapshot(
      Topic topic,
      long seq,
      int page,
      boolean last,
      Instant since,
      boolean truncated,
      List<RowChange> rows)
      implements ServerMessage {

    public Snapshot {
      rows = List.copyOf(rows);
    }

    @Override
    public String type() {
      return "snapshot";
    }
  }

  /** A change; its type is the row's. */
  record Change(Delta delta) implements ServerMessage {
    @Override
    public String type() {
      return delta.row().type().wireName();
    }
  }

  /**
   * Ends the answer to a resume: what was missed has been sent.
   *
   * @param seq the last one that was sent, or the one that the client named when none was
   */
  record Resumed(Topic topic, long seq) implements ServerMessage {
    @Override
    public String type() {
      return "resumed";
    }
  }

  /**
   * Something was not done.
   *
   * @param topic as the client named it; empty when the message as a whole was wrong
   * @param message for the person who writes the client
   */
  record Refusal(Reason error, Optional<String> topic, String message) implements ServerMessage {

    @Override
    public String type() {
      return "error";
    }

    /** Why. */
    public enum Reason {
      /** There is no such topic, or it is not for this person. */
      NOT_FOUND,
      /** The message has another form than the contract's. */
      INVALID_MESSAGE,
      /** The connection has {@link LiveLimits#TOPICS} topics. */
      TOO_MANY_TOPICS,
      /** Something is out of order on this side; the connection stands, and trying again helps. */
      TEMPORARILY_UNAVAILABLE;

      public String wireName() {
        return name().toLowerCase(Locale.ROOT);
      }
    }
  }

  /** The answer to a ping. */
  record Pong(Instant at) implements ServerMessage {
    @Override
    public String type() {
      return "pong";
    }
  }

  /** The connection is closed after this. */
  record Bye(Reason reason) implements ServerMessage {

    @Override
    public String type() {
      return "bye";
    }

    /** Why. */
    public enum Reason {
      TOKEN_EXPIRED,
      /** {@link LiveLimits#CONNECTION_LIFE} is over. */
      LIFETIME;

      public String wireName() {
        return name().toLowerCase(Locale.ROOT);
      }
    }
  }
}
