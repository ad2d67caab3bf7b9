package callcentre.storage.presence;

import callcentre.domain.events.EventTimes;
import callcentre.domain.people.Extension;
import callcentre.domain.presence.PresenceEvidence;
import callcentre.domain.presence.PresenceSource;
import callcentre.domain.presence.ProfileStatus;
import callcentre.domain.presence.StatusFact;
import callcentre.storage.Table;
import callcentre.storage.calls.EventTimesItems;
import callcentre.storage.database.ItemReader;
import callcentre.storage.database.ItemWriter;
import callcentre.storage.database.RowMapper;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The item of an extension's evidence. */
final class PresenceItems implements RowMapper<PresenceEvidence> {

  static final String FLOOR = "floor";

  /** Sorts before every interval, whose range key is a time. */
  static final String PRESENCE = "#presence";

  private static final String CALLS = "calls";
  private static final String STATUSES = "statuses";
  private static final String AT = "observed";
  private static final String STATUS = "status";
  private static final String SOURCE = "source";

  static Map<String, AttributeValue> keyOf(Extension extension) {
    return Table.AGENT_STATUS_HISTORY.key(extension.digits(), PRESENCE);
  }

  static boolean isPresence(ItemReader item) {
    return item.text("at").equals(PRESENCE);
  }

  @Override
  public Map<String, AttributeValue> key(PresenceEvidence evidence) {
    return keyOf(evidence.extension());
  }

  @Override
  public ItemWriter write(PresenceEvidence evidence) {
    ItemWriter calls = new ItemWriter();
    evidence.calls().forEach((call, times) -> calls.map(call, EventTimesItems.write(times)));
    return new ItemWriter()
        .text(FLOOR, FLOOR)
        .map(CALLS, calls)
        .maps(STATUSES, evidence.statuses().stream().map(PresenceItems::write).toList());
  }

  @Override
  public PresenceEvidence read(ItemReader item) {
    SortedMap<String, EventTimes> calls = new TreeMap<>();
    ItemReader stored = item.map(CALLS);
    for (String call : stored.names()) {
      calls.put(call, EventTimesItems.read(stored.map(call)));
    }
    return new PresenceEvidence(
        item.read("extension", Extension::new),
        calls,
        new TreeSet<>(item.maps(STATUSES).stream().map(PresenceItems::readStatus).toList()));
  }

  private static ItemWriter write(StatusFact fact) {
    return new ItemWriter()
        .time(AT, fact.observedAt())
        .text(STATUS, fact.status().wireName())
        .text(SOURCE, fact.source().wireName());
  }

  private static StatusFact readStatus(ItemReader item) {
    return new StatusFact(
        item.time(AT),
        item.read(STATUS, text -> ProfileStatus.ofWireName(text).orElseThrow()),
        item.read(SOURCE, text -> PresenceSource.ofWireName(text).orElseThrow()));
  }
}
