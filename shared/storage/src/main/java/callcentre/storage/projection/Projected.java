package callcentre.storage.projection;

import callcentre.storage.events.EventRow;
import callcentre.storage.links.StoreOutcome;

/** What became of one event. */
public sealed interface Projected {

  EventRow event();

  /**
   * Its call's row says what it says.
   *
   * @param call the id of the row
   * @param outcome what all events of the call that came with it did to the row
   */
  record Stored(EventRow event, String call, StoreOutcome outcome) implements Projected {}

  /** It says nothing of a call, or nothing that is understood; it is kept with the reason. */
  record Parked(EventRow event, String reason) implements Projected {}

  /** It is understood and no row can take it; it is kept with the reason. */
  record DeadLetter(EventRow event, String reason) implements Projected {}

  /** It is not believed, so nothing was done. */
  record Held(EventRow event) implements Projected {}

  /** Something else was in the way; the same again may succeed. */
  record Failed(EventRow event, String problem) implements Projected {}
}
