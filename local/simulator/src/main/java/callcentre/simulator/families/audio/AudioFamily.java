package callcentre.simulator.families.audio;

import callcentre.simulator.history.Conversation;
import callcentre.simulator.history.Marks;
import callcentre.simulator.history.PhoneCall;
import callcentre.simulator.history.TextMessage;
import callcentre.simulator.http.Answer;
import callcentre.simulator.http.ByteAnswer;
import callcentre.simulator.http.Outcome;
import callcentre.simulator.http.Request;
import callcentre.simulator.recordings.AudioLinks;
import callcentre.simulator.recordings.Wave;
import callcentre.simulator.routing.Call;
import callcentre.simulator.routing.Endpoint;
import callcentre.simulator.routing.Family;
import callcentre.simulator.routing.Route;
import callcentre.simulator.settings.AudioRules;
import callcentre.simulator.world.World;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Recordings, voicemails and attachments behind their links: no sign-in, ranges by a switch. */
public final class AudioFamily implements Family {

  private static final String PATH = AudioLinks.FOLDER + "/{file}";

  private final World world;

  public AudioFamily(World world) {
    this.world = world;
  }

  @Override
  public List<Route> routes() {
    return List.of(
        Route.of("GET", PATH, new Endpoint.Linked(this::file)),
        Route.of("HEAD", PATH, new Endpoint.Linked(this::file)));
  }

  private Outcome file(Call call) {
    Map<String, String> query = call.request().queryFields();
    Optional<AudioLinks.Target> target =
        Stream.of("recordid", "vmrecordid", "link")
            .filter(query::containsKey)
            .map(query::get)
            .findFirst()
            .flatMap(world.audioLinks()::target);
    if (target.isEmpty()) {
      return page(404, "The file is not found");
    }
    return switch (target.get()) {
      case AudioLinks.Target.Expired() ->
          page(world.settings().audio().expiredStatus(), "The link has expired");
      case AudioLinks.Target.File(String guid) ->
          world
              .history()
              .find(guid)
              .flatMap(conversation -> file(conversation, guid, call.request()))
              .orElseGet(() -> page(404, "The file is not found"));
    };
  }

  private Optional<Outcome> file(Conversation conversation, String guid, Request request) {
    return switch (conversation) {
      case PhoneCall call when guid.equals(call.guid()) ->
          call.recorded() ? Optional.of(sound(call.lasts(), guid, request)) : Optional.empty();
      case PhoneCall call -> voicemail(call, guid, request);
      case TextMessage message -> attachment(message, request);
    };
  }

  private Optional<Outcome> voicemail(PhoneCall call, String guid, Request request) {
    Marks marks = world.history().marks(call);
    if (call.voicemail() == null || marks.voicemailRemoval() != null) {
      return Optional.empty();
    }
    return Optional.of(sound(call.voicemail().length(), guid, request));
  }

  private Outcome sound(Duration length, String guid, Request request) {
    AudioRules rules = world.settings().audio();
    Duration played =
        rules.lengthSeconds() == null ? length : Duration.ofSeconds(rules.lengthSeconds());
    Wave wave = Wave.of(played, guid.hashCode());
    if (!rules.ranges()) {
      return whole(wave);
    }
    return request
        .header("range")
        .flatMap(header -> ByteRange.of(header, wave.length()))
        .map(range -> part(wave, range))
        .orElseGet(() -> whole(wave).withHeader("Accept-Ranges", "bytes"));
  }

  private static ByteAnswer whole(Wave wave) {
    return ByteAnswer.of(
        200, "audio/wav", wave.length(), (out, count) -> wave.write(out, 0, count));
  }

  private static Outcome part(Wave wave, ByteRange range) {
    if (!range.satisfiable()) {
      return page(416, "The requested range is not satisfiable")
          .withHeader("Content-Range", "bytes */" + wave.length());
    }
    return ByteAnswer.of(
            206, "audio/wav", range.count(), (out, count) -> wave.write(out, range.first(), count))
        .withHeader("Accept-Ranges", "bytes")
        .withHeader(
            "Content-Range", "bytes " + range.first() + "-" + range.last() + "/" + wave.length());
  }

  private static Optional<Outcome> attachment(TextMessage message, Request request) {
    String index = request.queryFields().getOrDefault("attachment", "0");
    if (!index.matches("[0-9]{1,2}") || Integer.parseInt(index) >= message.attachments().size()) {
      return Optional.empty();
    }
    byte[] bytes = AttachmentBytes.of(message.attachments().get(Integer.parseInt(index)));
    return Optional.of(
        ByteAnswer.of(
            200,
            "application/octet-stream",
            bytes.length,
            (out, count) -> out.write(bytes, 0, (int) count)));
  }

  private static Answer page(int status, String text) {
    return Answer.html(status, "<html><body><h1>" + text + "</h1></body></html>");
  }
}
