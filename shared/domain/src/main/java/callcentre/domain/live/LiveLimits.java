package callcentre.domain.live;

import java.time.Duration;

/** The bounds of the live channel. */
public final class LiveLimits {

  /**
   * Bytes of a message. API Gateway sends more as several frames and refuses more than 128 KB ("API
   * Gateway quotas for WebSocket APIs"); the contract keeps to one frame.
   */
  public static final int MESSAGE_BYTES = 32 * 1024;

  /** Bytes of a row's text: what {@link #MESSAGE_BYTES} leaves beside the rest of a delta. */
  public static final int ROW_BYTES = MESSAGE_BYTES - 1024;

  /** How long a ticket opens a connection (contract). */
  public static final Duration TICKET_LIFE = Duration.ofSeconds(60);

  /** API Gateway ends a connection after 2 hours; a minute earlier there is time to say so. */
  public static final Duration CONNECTION_LIFE = Duration.ofHours(2).minusMinutes(1);

  /** How long the deltas of a topic can be asked for again. */
  public static final Duration DELTAS_KEPT = Duration.ofMinutes(15);

  /** How far a list's index may lag: the deltas of that time follow each snapshot. */
  public static final Duration INDEX_LAG = Duration.ofSeconds(30);

  /** How far back a snapshot reaches for what is over. */
  public static final Duration SNAPSHOT_REACH = Duration.ofHours(1);

  /** Rows of each type in a snapshot. */
  public static final int SNAPSHOT_ROWS = 500;

  /** Deltas that a resume repeats; beyond it a snapshot is shorter. */
  public static final int RESUMED_DELTAS = 500;

  /** Topics of one connection. */
  public static final int TOPICS = 50;

  private LiveLimits() {}
}
