package callcentre.simulator.families.calls;

import callcentre.simulator.families.Times;
import callcentre.simulator.history.Client;
import callcentre.simulator.history.Leg;
import callcentre.simulator.history.Origin;
import callcentre.simulator.history.PhoneCall;
import callcentre.simulator.http.Json;
import callcentre.simulator.http.Request;
import callcentre.simulator.recordings.AudioLinks;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/** A call as {@code /calls} shows it: absent fields of parties are left out, not null. */
final class CallJson {

  private final AudioLinks links;

  CallJson(AudioLinks links) {
    this.links = links;
  }

  ObjectNode finished(PhoneCall call, Request request) {
    ObjectNode json = Json.object().put("id", call.guid());
    json.set("caller", caller(call));
    called(json.putArray("called"), call);
    json.put("businessNumber", call.businessNumber())
        .put("dateTimeUtc", Times.offset(call.at()))
        .put("duration", String.valueOf(call.lasts().toMillis()))
        .put("direction", call.origin().callWord())
        .put("callStatus", call.state().callWord());
    if (call.recorded()) {
      json.putObject("callRecord")
          .put("fileName", links.fileName(call))
          .put("uri", links.ofRecording(call, request));
    } else {
      json.putNull("callRecord");
    }
    return json;
  }

  /** The answer to {@code makecall}, which shows what is not known yet as null. */
  static ObjectNode started(PhoneCall call) {
    ObjectNode json = Json.object().put("id", call.guid());
    json.putObject("caller").put("name", call.callerName());
    ArrayNode called = json.putArray("called");
    for (Leg leg : call.called()) {
      ObjectNode party = called.addObject().put("isConnected", false);
      put(party, "extension", leg.extension());
      put(party, "phone", leg.phone());
    }
    return json.put("businessNumber", call.businessNumber())
        .put("dateTimeUtc", Times.offsetSeven(call.at()))
        .putNull("duration")
        .put("direction", call.origin().callWord())
        .putNull("callStatus")
        .putNull("callRecord");
  }

  private static ObjectNode caller(PhoneCall call) {
    ObjectNode caller = Json.object();
    put(caller, "name", call.callerName());
    put(caller, "extension", call.callerExtension());
    boolean calledUs = call.origin() == Origin.INBOUND || call.origin() == Origin.CALLBACK;
    if (calledUs && call.client().kind() == Client.Kind.NUMBER) {
      caller.put("phone", call.client().address());
    }
    return caller;
  }

  private static void called(ArrayNode array, PhoneCall call) {
    boolean first = call.origin() != Origin.OUTBOUND && call.origin() != Origin.INTERNAL;
    for (Leg leg : call.called()) {
      ObjectNode party = array.addObject().put("isConnected", leg.connected());
      if (first && leg.connected()) {
        party.put("isFirstConnected", true);
        first = false;
      }
      put(party, "name", leg.name());
      put(party, "extension", leg.extension());
      put(party, "phone", leg.phone());
    }
  }

  private static void put(ObjectNode json, String name, @Nullable String value) {
    if (value != null) {
      json.put(name, value);
    }
  }
}
