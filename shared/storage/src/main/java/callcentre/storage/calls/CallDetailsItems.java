package callcentre.storage.calls;

import callcentre.domain.calls.CallDetails;
import callcentre.domain.calls.CallStatus;
import callcentre.domain.calls.Direction;
import callcentre.domain.calls.Leg;
import callcentre.domain.phone.PhoneNumber;
import callcentre.storage.database.ItemReader;
import callcentre.storage.database.ItemWriter;
import java.time.Duration;

/** What a family tells of a call, as attributes of its fact. */
final class CallDetailsItems {

  private static final String DIRECTION = "direction";
  private static final String STATUS = "status";
  private static final String CALLER = "caller";
  private static final String LEGS = "legs";
  private static final String CONNECTED = "connected";
  private static final String FIRST = "first";
  private static final String BUSINESS_NUMBER = "business_number";
  private static final String STARTED = "started";
  private static final String CONNECTED_AT = "connected_at";
  private static final String DURATION = "duration";
  private static final String AGENT = "agent";
  private static final String RECORDING = "recording";

  private CallDetailsItems() {}

  static ItemWriter write(ItemWriter item, CallDetails details) {
    return item.text(DIRECTION, details.direction().wireName())
        .text(STATUS, details.status().wireName())
        .map(CALLER, PartyItems.write(details.caller()))
        .maps(LEGS, details.legs().stream().map(CallDetailsItems::write).toList())
        .text(BUSINESS_NUMBER, details.businessNumber().map(PhoneNumber::e164))
        .time(STARTED, details.startedAt())
        .time(CONNECTED_AT, details.connectedAt())
        .text(DURATION, details.duration().map(Duration::toString))
        .map(AGENT, details.agent().map(PartyItems::write))
        .map(RECORDING, details.recording().map(PartyItems::write));
  }

  private static ItemWriter write(Leg leg) {
    ItemWriter item = PartyItems.write(leg.party());
    if (leg.connected()) {
      item.flag(CONNECTED, true);
    }
    return leg.first() ? item.flag(FIRST, true) : item;
  }

  static CallDetails read(ItemReader item) {
    return new CallDetails(
        item.read(DIRECTION, text -> Direction.ofWireName(text).orElseThrow()),
        item.read(STATUS, text -> CallStatus.ofWireName(text).orElseThrow()),
        PartyItems.readParty(item.map(CALLER)),
        item.maps(LEGS).stream().map(CallDetailsItems::readLeg).toList(),
        PartyItems.findNumber(item, BUSINESS_NUMBER),
        item.time(STARTED),
        item.findTime(CONNECTED_AT),
        PartyItems.findDuration(item, DURATION),
        item.findMap(AGENT).map(PartyItems::readAgent),
        item.findMap(RECORDING).map(PartyItems::readRecording));
  }

  private static Leg readLeg(ItemReader item) {
    return new Leg(
        PartyItems.readParty(item), item.names().contains(CONNECTED), item.names().contains(FIRST));
  }
}
