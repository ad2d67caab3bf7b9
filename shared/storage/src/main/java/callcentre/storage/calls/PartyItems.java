package callcentre.storage.calls;

import callcentre.domain.calls.Agent;
import callcentre.domain.calls.Party;
import callcentre.domain.calls.PartyKind;
import callcentre.domain.calls.Recording;
import callcentre.domain.people.Extension;
import callcentre.domain.phone.PhoneNumber;
import callcentre.storage.database.ItemReader;
import callcentre.storage.database.ItemWriter;
import java.time.Duration;
import java.util.Optional;

/** Who took part and what was recorded, as maps inside the facts of calls, voicemails, messages. */
public final class PartyItems {

  private static final String KIND = "kind";
  private static final String VALUE = "value";
  private static final String NAME = "name";
  private static final String EXTENSION = "extension";
  private static final String AVAILABLE = "available";
  private static final String LENGTH = "length";
  private static final String LINK = "link";

  private PartyItems() {}

  public static ItemWriter write(Party party) {
    return new ItemWriter()
        .text(KIND, party.kind().wireName())
        .text(VALUE, party.value())
        .text(NAME, party.name());
  }

  public static Party readParty(ItemReader item) {
    PartyKind kind = item.read(KIND, text -> PartyKind.ofWireName(text).orElseThrow());
    return new Party(kind, item.text(VALUE), item.findText(NAME));
  }

  public static ItemWriter write(Agent agent) {
    return new ItemWriter().text(EXTENSION, agent.extension().digits()).text(NAME, agent.name());
  }

  public static Agent readAgent(ItemReader item) {
    return new Agent(item.read(EXTENSION, Extension::new), item.findText(NAME));
  }

  public static ItemWriter write(Recording recording) {
    return new ItemWriter()
        .flag(AVAILABLE, recording.available())
        .text(LENGTH, recording.length().map(Duration::toString))
        .text(LINK, recording.link());
  }

  public static Recording readRecording(ItemReader item) {
    return new Recording(item.flag(AVAILABLE), findDuration(item, LENGTH), item.findText(LINK));
  }

  /** A length of time in ISO 8601, exact to the nanosecond. */
  public static Optional<Duration> findDuration(ItemReader item, String name) {
    return item.findText(name).isPresent()
        ? Optional.of(item.read(name, Duration::parse))
        : Optional.empty();
  }

  public static Optional<PhoneNumber> findNumber(ItemReader item, String name) {
    return item.findText(name).isPresent()
        ? Optional.of(item.read(name, PhoneNumber::new))
        : Optional.empty();
  }
}
