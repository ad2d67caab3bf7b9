package callcentre.simulator.history;

import java.time.Instant;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/**
 * Which conversations are wanted, newest first unless {@code oldestFirst}.
 *
 * @param from the earliest beginning, inclusive
 * @param to the latest beginning, inclusive
 * @param endedBy those that end later are not listed yet
 * @param fits what else must hold
 * @param plainCount what of a whole day's counts fits, where {@code fits} asks for no more than the
 *     kind of conversation; null where it does
 */
public record HistoryQuery(
    Instant from,
    Instant to,
    Instant endedBy,
    Predicate<Conversation> fits,
    @Nullable ToIntFunction<DayCounts> plainCount,
    boolean oldestFirst) {

  boolean matches(Conversation conversation) {
    return !conversation.at().isBefore(from)
        && !conversation.at().isAfter(to)
        && !conversation.endsAt().isAfter(endedBy)
        && fits.test(conversation);
  }
}
