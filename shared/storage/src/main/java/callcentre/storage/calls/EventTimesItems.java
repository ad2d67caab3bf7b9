package callcentre.storage.calls;

import callcentre.domain.calls.CallFact.EventFact;
import callcentre.domain.calls.CallId;
import callcentre.domain.events.EventMark;
import callcentre.domain.events.EventSpan;
import callcentre.domain.events.EventTimes;
import callcentre.storage.database.ItemReader;
import callcentre.storage.database.ItemWriter;
import java.util.SortedMap;
import java.util.TreeMap;

/** The reduced times of a call's events as attributes of their fact. */
public final class EventTimesItems {

  private static final String TIMES = "times";
  private static final String FIRST = "first";
  private static final String LAST = "last";
  private static final String FROM = "from";
  private static final String TO = "to";

  private EventTimesItems() {}

  /** The times of a call as a map. */
  public static ItemWriter write(EventTimes times) {
    ItemWriter spans = new ItemWriter();
    times.spans().forEach((mark, span) -> spans.map(mark.text(), write(span)));
    return spans;
  }

  /** Reads {@link #write(EventTimes)}. */
  public static EventTimes read(ItemReader item) {
    SortedMap<EventMark, EventSpan> spans = new TreeMap<>();
    for (String mark : item.names()) {
      spans.put(EventMark.parse(mark), readSpan(item.map(mark)));
    }
    return new EventTimes(spans);
  }

  static ItemWriter write(ItemWriter item, EventFact events) {
    return item.map(TIMES, write(events.times()))
        .map(FROM, PartyItems.write(events.from()))
        .map(TO, PartyItems.write(events.to()));
  }

  static EventFact read(CallId id, ItemReader item) {
    return new EventFact(
        id,
        read(item.map(TIMES)),
        PartyItems.readParty(item.map(FROM)),
        PartyItems.readParty(item.map(TO)));
  }

  private static ItemWriter write(EventSpan span) {
    ItemWriter item = new ItemWriter().time(FIRST, span.first());
    return span.last().equals(span.first()) ? item : item.time(LAST, span.last());
  }

  private static EventSpan readSpan(ItemReader item) {
    return new EventSpan(item.time(FIRST), item.findTime(LAST).orElseGet(() -> item.time(FIRST)));
  }
}
