package callcentre.simulator.families.journal;

import callcentre.simulator.families.Times;
import callcentre.simulator.history.Client;
import callcentre.simulator.history.Conversation;
import callcentre.simulator.history.Leg;
import callcentre.simulator.history.Marks;
import callcentre.simulator.history.PhoneCall;
import callcentre.simulator.history.TextMessage;
import callcentre.simulator.http.Json;
import callcentre.simulator.http.Request;
import callcentre.simulator.world.World;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/** A conversation as the journal shows it, its fields in the order of the examples. */
final class RequestJson {

  static final String ZERO_GUID = "00000000-0000-0000-0000-000000000000";

  /**
   * What is shown besides the usual.
   *
   * @param contacts whether known contacts of the client are
   * @param externalContacts whether those of connected systems are; the simulated account has none
   * @param users whether all colleagues are
   */
  record Shown(boolean contacts, boolean externalContacts, boolean users) {}

  private final World world;
  private final Request request;
  private final Shown shown;
  private final AgentJson agents;
  private final VoicemailPart voicemails;

  RequestJson(World world, Request request, Shown shown) {
    this.world = world;
    this.request = request;
    this.shown = shown;
    agents = new AgentJson(world.account().data());
    voicemails = new VoicemailPart(world, request, agents);
  }

  ObjectNode of(Conversation conversation) {
    Marks marks = world.history().marks(conversation);
    return switch (conversation) {
      case PhoneCall call -> ofCall(call, marks);
      case TextMessage text -> ofText(text, marks);
    };
  }

  private ObjectNode ofCall(PhoneCall call, Marks marks) {
    ObjectNode json = Json.object();
    call.respondedAt().ifPresent(at -> json.put("respondedAt", Times.zulu(at)));
    begin(json, call, marks);
    call.ownerExtension()
        .ifPresent(
            owner ->
                json.set(
                    "agent",
                    agents.of(owner, nameOf(call, owner), Leg.Role.CALL_OWNER, call.groupId())));
    origin(json, call, marks);
    json.put("duration", Times.clock(call.lasts()));
    if (call.voicemail() != null) {
      json.set("voicemail", voicemails.of(call, call.voicemail(), marks));
    }
    if (call.recorded()) {
      json.set("recording", voicemails.recording(call.guid(), call.lasts(), true));
    }
    end(json, marks);
    if (shown.users()) {
      users(json.putArray("users"), call);
    }
    return json;
  }

  private ObjectNode ofText(TextMessage text, Marks marks) {
    ObjectNode json = begin(Json.object(), text, marks);
    if (text.agentExtension() != null) {
      json.set("agent", agents.of(text.agentExtension(), null, Leg.Role.CALL_OWNER, null));
    }
    origin(json, text, marks);
    json.putObject("textModel").put("text", text.text()).put("availability", "available");
    json.put("text", text.text()).put("messageDeliveryStatus", text.delivery().word());
    ArrayNode attachments = json.putArray("attachments");
    for (int i = 0; i < text.attachments().size(); i++) {
      TextMessage.Attachment attachment = text.attachments().get(i);
      attachments
          .addObject()
          .put("link", world.audioLinks().ofAttachment(text, i, request))
          .put("fileName", attachment.fileName())
          .put("fileSize", attachment.sizeBytes())
          .put("isImage", attachment.isImage())
          .put("isSupportedFormat", true)
          .put("isStorageExpired", false);
    }
    state(json, marks);
    if (text.agentExtension() == null) {
      json.put("inConversation", false);
    }
    json.put("availability", marks.removed() ? "notAvailable" : "available");
    if (shown.users()) {
      json.putArray("users");
    }
    return json;
  }

  private ObjectNode begin(ObjectNode json, Conversation conversation, Marks marks) {
    json.put("id", conversation.requestId())
        .put("requestGuid", guid(conversation))
        .put("state", JournalMatch.state(conversation));
    json.set("client", client(conversation.client()));
    json.put("type", JournalMatch.type(conversation))
        .put("created", Times.offset(conversation.at()));
    String number = conversation.businessNumber();
    if (number != null) {
      json.putObject("businessNumber").put("number", number).put("label", world.labelOf(number));
    }
    json.put("businessNumbersCount", 0);
    if (!marks.tags().isEmpty()) {
      ArrayNode tags = json.putArray("tags");
      marks.tags().forEach(tags::add);
    }
    return json;
  }

  private static void origin(ObjectNode json, Conversation conversation, Marks marks) {
    json.put("origin", conversation.origin().journalWord());
    if (marks.comment() != null) {
      json.put("comment", marks.comment());
    }
    json.put("favorite", marks.favorite());
  }

  private static void state(ObjectNode json, Marks marks) {
    json.put("read", marks.read());
    if (marks.workflow() == null) {
      json.putNull("wfstate");
    } else {
      json.putObject("wfstate").put("state", marks.workflow().word());
    }
  }

  private static void end(ObjectNode json, Marks marks) {
    state(json, marks);
    json.put("availability", marks.removed() ? "notAvailable" : "available");
  }

  private ObjectNode client(Client client) {
    ObjectNode json = Json.object().put("address", client.address());
    if (shown.contacts()) {
      json.putArray("resolvedContacts");
    }
    boolean widget = client.kind() == Client.Kind.WIDGET;
    json.put("type", widget ? "widget" : "phoneNumber");
    if (widget) {
      json.put("widgetName", client.shownName());
    }
    json.put("callerKind", world.callerLists().kindOf(client.address()));
    if (shown.externalContacts()) {
      json.putArray("resolvedExternalContacts");
    }
    return json;
  }

  private void users(ArrayNode array, PhoneCall call) {
    if (call.callerExtension() != null) {
      array.add(agents.of(call.callerExtension(), call.callerName(), Leg.Role.CALL_OWNER, null));
    }
    for (Leg leg : call.called()) {
      if (leg.extension() != null) {
        array.add(agents.of(leg.extension(), leg.name(), leg.role(), call.groupId()));
      }
    }
  }

  /** A share of the rows does not tell the call's id; always the same rows. */
  private String guid(Conversation conversation) {
    double place = Math.floorMod(conversation.requestId().hashCode() * 31, 10_000) / 10_000.0;
    return place < world.settings().history().zeroGuidShare() ? ZERO_GUID : conversation.guid();
  }

  private static @Nullable String nameOf(PhoneCall call, String owner) {
    return call.called().stream()
        .filter(leg -> owner.equals(leg.extension()))
        .map(Leg::name)
        .findFirst()
        .orElse(call.callerName());
  }
}
