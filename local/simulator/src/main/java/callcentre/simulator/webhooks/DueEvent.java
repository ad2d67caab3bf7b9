package callcentre.simulator.webhooks;

import callcentre.simulator.history.PhoneCall;
import java.time.Duration;
import java.time.Instant;

/**
 * An event on its way.
 *
 * @param at when it is to be sent, on the simulator's clock
 * @param order which of two of one moment goes first
 * @param asked whether somebody asked for it, so that it goes to URLs that are younger than the
 *     call
 * @param settled whether it met its faults already
 */
record DueEvent(
    Instant at,
    long order,
    PhoneCall call,
    CallEvent event,
    String guid,
    boolean asked,
    boolean settled,
    boolean foreignKey,
    boolean lineBreak)
    implements Comparable<DueEvent> {

  @Override
  public int compareTo(DueEvent other) {
    int byTime = at.compareTo(other.at);
    return byTime != 0 ? byTime : Long.compare(order, other.order);
  }

  DueEvent later(Duration time) {
    return new DueEvent(
        at.plus(time), order, call, event, guid, asked, settled, foreignKey, lineBreak);
  }

  DueEvent asSettled() {
    return new DueEvent(at, order, call, event, guid, asked, true, foreignKey, lineBreak);
  }

  DueEvent withGuid(String newGuid) {
    return new DueEvent(at, order, call, event, newGuid, asked, settled, foreignKey, lineBreak);
  }

  DueEvent withForeignKey() {
    return new DueEvent(at, order, call, event, guid, asked, settled, true, lineBreak);
  }

  DueEvent withLineBreak() {
    return new DueEvent(at, order, call, event, guid, asked, settled, foreignKey, true);
  }
}
