package callcentre.simulator.families.journal;

import callcentre.simulator.account.TeamUser;
import callcentre.simulator.families.Times;
import callcentre.simulator.history.Client;
import callcentre.simulator.history.Conversation;
import callcentre.simulator.history.Leg;
import callcentre.simulator.history.Origin;
import callcentre.simulator.history.PhoneCall;
import callcentre.simulator.history.TextMessage;
import callcentre.simulator.http.Json;
import callcentre.simulator.world.World;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A contact with its newest conversation, its fields in the order of the example. */
final class InteractionJson {

  private final World world;

  InteractionJson(World world) {
    this.world = world;
  }

  ObjectNode of(Conversation conversation) {
    Client client = conversation.client();
    HexFormat hex = HexFormat.of();
    int place = client.address().hashCode();
    ObjectNode json =
        Json.object().put("etag", hex.toHexDigits(conversation.requestId().hashCode() * 31L));
    json.set("actualInteraction", interaction(conversation));
    json.put("contactId", hex.toHexDigits(place) + hex.toHexDigits(place * 0x9E3779B97F4A7C15L));
    String name = client.shownName();
    int space = name.indexOf(' ');
    json.put("firstName", space < 0 ? name : name.substring(0, space));
    if (space >= 0) {
      json.put("lastName", name.substring(space + 1));
    }
    json.put("created", Times.zulu(conversation.at()))
        .put("updated", Times.zulu(conversation.at()));
    json.putArray("tags");
    ArrayNode channels = json.putArray("channels");
    if (client.kind() == Client.Kind.NUMBER) {
      ObjectNode channel = channels.addObject();
      channel.putArray("labels").add("Mobile");
      channel.put("phone", client.address());
    }
    return json;
  }

  private ObjectNode interaction(Conversation conversation) {
    Client client = conversation.client();
    ObjectNode json = Json.object();
    List<TeamUser> internal =
        conversation.origin() == Origin.INTERNAL ? connected(conversation) : List.of();
    ArrayNode internalUsers = json.putArray("internalCallUsers");
    internal.forEach(
        user -> internalUsers.addObject().put("guid", user.id()).put("name", user.fullName()));
    json.put("timestamp", Times.zulu(conversation.at()))
        .put("businessNumber", conversation.businessNumber())
        .put("clientAddress", client.address())
        .put("isWidget", client.kind() == Client.Kind.WIDGET);
    if (conversation instanceof TextMessage text) {
      json.put("text", text.text());
    }
    json.put("requestState", JournalMatch.state(conversation))
        .put("requestType", JournalMatch.type(conversation))
        .put("callOrigin", callOrigin(conversation))
        .put("evt", event(conversation))
        .put("read", world.history().marks(conversation).read());
    ArrayNode users = json.putArray("connectedUserIds");
    connected(conversation).forEach(user -> users.add(user.id()));
    return json;
  }

  private List<TeamUser> connected(Conversation conversation) {
    Stream<@Nullable String> extensions =
        switch (conversation) {
          case TextMessage text -> Stream.of(new String[] {text.agentExtension()});
          case PhoneCall call ->
              Stream.concat(
                  Stream.of(new String[] {call.callerExtension()}),
                  call.called().stream().filter(Leg::connected).map(Leg::extension));
        };
    return extensions
        .filter(Objects::nonNull)
        .distinct()
        .flatMap(
            extension -> world.account().data().user(user -> user.hasExtension(extension)).stream())
        .toList();
  }

  /** A message has no call origin, which the example calls undefined. */
  private static String callOrigin(Conversation conversation) {
    return switch (conversation) {
      case TextMessage _ -> "undefined";
      case PhoneCall call -> call.origin().journalWord();
    };
  }

  private static String event(Conversation conversation) {
    return switch (conversation) {
      case TextMessage _ -> "smsMms";
      case PhoneCall call -> call.voicemail() == null ? "completed" : "voiceMail";
    };
  }
}
