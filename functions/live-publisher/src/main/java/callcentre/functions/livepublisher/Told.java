package callcentre.functions.livepublisher;

import callcentre.domain.live.RowChange;
import callcentre.domain.live.Topic;
import java.util.Set;

/**
 * A row and whom it is told to.
 *
 * @param topics in which it is now, or from which it went
 */
record Told(RowChange row, Set<Topic> topics) {}
