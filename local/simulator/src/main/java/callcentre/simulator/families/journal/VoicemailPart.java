package callcentre.simulator.families.journal;

import callcentre.simulator.families.Times;
import callcentre.simulator.history.Leg;
import callcentre.simulator.history.Marks;
import callcentre.simulator.history.PhoneCall;
import callcentre.simulator.history.Voicemail;
import callcentre.simulator.http.Json;
import callcentre.simulator.http.Request;
import callcentre.simulator.world.World;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.Locale;

/** The voicemail and the recording of a journal row. */
final class VoicemailPart {

  private final World world;
  private final Request request;
  private final AgentJson agents;

  VoicemailPart(World world, Request request, AgentJson agents) {
    this.world = world;
    this.request = request;
    this.agents = agents;
  }

  ObjectNode of(PhoneCall call, Voicemail voicemail, Marks marks) {
    Marks.VoicemailRemoval removal = marks.voicemailRemoval();
    boolean readable = voicemail.text() != null && (removal == null || !removal.textToo());
    ObjectNode json = Json.object().put("duration", Times.clock(voicemail.length()));
    if (readable) {
      json.put("text", voicemail.text());
    }
    json.put("speechRecognitionStatus", voicemail.text() == null ? "error" : "success");
    call.ownerExtension()
        .filter(owner -> owner.equals(voicemail.assigneeExtension()))
        .ifPresent(
            owner -> json.set("assignee", agents.of(owner, null, Leg.Role.CALL_OWNER, null)));
    json.set("recording", recording(voicemail.id(), voicemail.length(), removal == null));
    json.put("availability", removal == null ? "available" : "notAvailable");
    if (removal != null) {
      json.put("whenRemoved", Times.zulu(removal.at()))
          .put("whoRemovedName", removal.userName())
          .put("removedByUserGuid", removal.userId());
    }
    return json;
  }

  ObjectNode recording(String guid, Duration length, boolean available) {
    ObjectNode json =
        Json.object()
            .put("recordingId", "R" + guid.replace("-", "").toUpperCase(Locale.ROOT))
            .put("duration", Times.clock(length))
            .put("flag", available ? "public" : "hidden")
            .put("status", available ? "recorded" : "notAvailable");
    if (available) {
      json.put("link", world.audioLinks().ofJournal(guid, request));
    }
    return json.put("availability", available ? "available" : "notAvailable");
  }
}
