package callcentre.functions.operations.events;

import callcentre.storage.PageKey;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.services.sqs.model.Message;

/**
 * Projects again what the projector gave up. Its queue tells when the events came, not which they
 * were, so everything of that time is replayed; what is right already costs no write.
 */
@Singleton
public final class GivenUpReplay {

  /** An outage leaves many messages of one time, which are one replay. */
  static final int MOST_MESSAGES = 200;

  private static final Logger LOG = LoggerFactory.getLogger(GivenUpReplay.class);

  private final GivenUpQueue queue;
  private final EventWalk walk;
  private final InstantSource clock;

  GivenUpReplay(GivenUpQueue queue, EventWalk walk, InstantSource clock) {
    this.queue = queue;
    this.walk = walk;
    this.clock = clock;
  }

  /**
   * What was done.
   *
   * @param messages how many are settled and gone
   * @param events how many events were replayed
   * @param outcomes their number by what became of them
   * @param left whether something is still to be replayed: the same request again goes on
   */
  public record Replayed(int messages, int events, Map<String, Integer> outcomes, boolean left) {}

  /** One stretch of time, and the messages that told of it. */
  private record Stretch(GivenUp time, List<Message> messages) {

    Stretch join(Stretch later) {
      List<Message> both = new ArrayList<>(messages);
      both.addAll(later.messages);
      return new Stretch(time.join(later.time), both);
    }
  }

  private enum Done {
    WHOLLY,
    PARTLY,
    NOTHING
  }

  /** Replays as much as a request can; a message is deleted when its whole time was replayed. */
  public Replayed replay() {
    Instant end = clock.instant().plus(EventWalk.MOST_WORK);
    List<Message> taken = queue.take(MOST_MESSAGES);
    List<Message> unreadable =
        taken.stream().filter(message -> GivenUp.read(message).isEmpty()).toList();
    unreadable.forEach(GivenUpReplay::report);
    ReplayedRange.Tally tally = new ReplayedRange.Tally();
    int settled = 0;
    boolean left = taken.size() >= MOST_MESSAGES;
    List<Message> untouched = new ArrayList<>(unreadable);
    for (Stretch stretch : stretches(taken)) {
      Done done = clock.instant().isBefore(end) ? replay(stretch, end, tally) : Done.NOTHING;
      left |= done != Done.WHOLLY;
      if (done == Done.NOTHING) {
        untouched.addAll(stretch.messages());
      } else {
        settled += stretch.messages().size();
      }
    }
    queue.giveBack(untouched);
    return new Replayed(settled, tally.events(), tally.outcomes(), left);
  }

  /** Its messages are gone afterwards, unless an event failed; what is left has a message anew. */
  private Done replay(Stretch stretch, Instant end, ReplayedRange.Tally all) {
    GivenUp time = stretch.time();
    ReplayedRange.Tally tally = new ReplayedRange.Tally();
    Optional<PageKey> place = walk.go(time.from(), time.to(), time.place(), end, tally);
    all.add(tally);
    if (tally.failed()) {
      return Done.NOTHING;
    }
    place.ifPresent(reached -> queue.send(time.reached(reached)));
    queue.delete(stretch.messages());
    return place.isPresent() ? Done.PARTLY : Done.WHOLLY;
  }

  private static List<Stretch> stretches(List<Message> messages) {
    List<Stretch> told = new ArrayList<>();
    for (Message message : messages) {
      GivenUp.read(message).ifPresent(time -> told.add(new Stretch(time, List.of(message))));
    }
    told.sort(Comparator.comparing(stretch -> stretch.time().from()));
    List<Stretch> joined = new ArrayList<>();
    for (Stretch next : told) {
      if (!joined.isEmpty() && joined.getLast().time().joins(next.time())) {
        joined.add(joined.removeLast().join(next));
      } else {
        joined.add(next);
      }
    }
    return joined;
  }

  private static void report(Message message) {
    LOG.atError()
        .addKeyValue("message_id", message.messageId())
        .log(
            "A message of the projector's queue does not tell a time; it stays, nothing was"
                + " replayed for it");
  }
}
