package callcentre.simulator.families.voicemails;

import callcentre.simulator.families.Times;
import callcentre.simulator.history.Voicemail;
import callcentre.simulator.http.Json;
import callcentre.simulator.http.Request;
import callcentre.simulator.world.World;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** A voicemail as {@code /voicemails} shows it. */
final class VoicemailJson {

  private final World world;

  VoicemailJson(World world) {
    this.world = world;
  }

  ObjectNode of(BoxedVoicemail boxed, Request request) {
    Voicemail voicemail = boxed.voicemail();
    ObjectNode json =
        Json.object()
            .put("id", voicemail.id())
            .put("from", boxed.call().client().address())
            .put("to", boxed.to())
            .put("assignedTo", boxed.assignedTo())
            .put("dateTimeUtc", Times.offset(voicemail.leftAt()))
            .put("duration", duration(voicemail))
            .put("voicemailStatus", boxed.read() ? "Read" : "UnRead");
    json.putObject("voicemailRecord")
        .put("fileName", world.audioLinks().fileName(voicemail))
        .put("uri", world.audioLinks().ofVoicemail(voicemail, request));
    return json.putNull("storageId");
  }

  private String duration(Voicemail voicemail) {
    return String.valueOf(
        switch (world.settings().history().voicemailUnit()) {
          case SECONDS -> voicemail.length().toSeconds();
          case MILLISECONDS -> voicemail.length().toMillis();
        });
  }
}
