package callcentre.simulator.control;

import callcentre.simulator.history.CallDraft;
import callcentre.simulator.history.CallState;
import callcentre.simulator.history.Client;
import callcentre.simulator.history.Conversation;
import callcentre.simulator.history.Marks;
import callcentre.simulator.history.MessageDraft;
import callcentre.simulator.history.TextMessage;
import callcentre.simulator.history.Workflow;
import callcentre.simulator.world.World;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Reads calls, voicemails and messages from control input. */
final class HistoryInput {

  static final String[] CALL = {
    "at",
    "direction",
    "client",
    "client_name",
    "anonymous",
    "widget",
    "number",
    "caller",
    "rung",
    "answered_by",
    "consulted",
    "group",
    "state",
    "ring_ms",
    "duration_ms",
    "recorded",
    "voicemail",
    "comment",
    "workflow",
    "read",
    "favorite",
    "tags",
    "id",
    "request_id"
  };
  static final String[] VOICEMAIL = {
    "at",
    "client",
    "client_name",
    "anonymous",
    "widget",
    "number",
    "length_ms",
    "text",
    "assignee",
    "comment",
    "workflow",
    "read",
    "favorite",
    "tags",
    "id",
    "call_id",
    "request_id"
  };
  static final String[] MESSAGE = {
    "at",
    "client",
    "client_name",
    "number",
    "sent_by",
    "text",
    "delivery",
    "attachments",
    "comment",
    "workflow",
    "read",
    "favorite",
    "tags",
    "id",
    "request_id"
  };
  private static final String[] VOICEMAIL_OF_CALL = {"id", "length_ms", "text", "assignee"};
  private static final String[] ATTACHMENT = {"name", "size", "image"};

  private static final int A_DAY_MS = 86_400_000;
  private static final int USUAL_VOICEMAIL_MS = 27_000;

  private final World world;

  HistoryInput(World world) {
    this.world = world;
  }

  Conversation read(String kind, Fields fields) {
    return switch (kind) {
      case "calls" -> call(fields).build(world.account().data(), world.identifiers());
      case "voicemails" -> voicemail(fields).build(world.account().data(), world.identifiers());
      default -> message(fields).build(world.account().data(), world.identifiers());
    };
  }

  private CallDraft call(Fields fields) {
    CallDraft draft = CallDraft.at(at(fields)).marked(marks(fields));
    switch (fields.text("direction").orElse("incoming")) {
      case "incoming" -> draft.with(client(fields));
      case "outgoing" ->
          draft.outgoing(fields.requiredText("caller"), fields.requiredText("client"));
      case "internal" ->
          draft.internal(fields.requiredText("caller"), fields.requiredText("client"));
      case "callback" -> draft.callback().with(client(fields));
      default ->
          throw ControlException.invalid(
              "direction must be one of incoming, outgoing, internal, callback");
    }
    draft.rung(list(fields, "rung"));
    Arrays.stream(list(fields, "answered_by")).forEach(draft::answeredBy);
    Arrays.stream(list(fields, "consulted")).forEach(draft::consulting);
    fields.text("number").ifPresent(draft::number);
    fields.text("group").ifPresent(draft::group);
    fields.named("state", HistoryInput::state, names(CallState.values())).ifPresent(draft::ending);
    fields
        .integer("ring_ms", 0, A_DAY_MS / 24)
        .ifPresent(millis -> draft.ringing(Duration.ofMillis(millis)));
    fields
        .integer("duration_ms", 0, A_DAY_MS / 2 - A_DAY_MS / 24)
        .ifPresent(millis -> draft.lasting(Duration.ofMillis(millis)));
    if (fields.bool("recorded").orElse(false)) {
      draft.recorded();
    }
    fields.object("voicemail", VOICEMAIL_OF_CALL).ifPresent(left -> leave(draft, left));
    return draft.ids(fields.text("id").orElse(null), fields.text("request_id").orElse(null));
  }

  private CallDraft voicemail(Fields fields) {
    // The time given is when the voicemail was left, some seconds after the call began.
    Duration rings = Duration.ofSeconds(25);
    CallDraft draft =
        CallDraft.at(at(fields).minus(rings))
            .with(client(fields))
            .ringing(rings)
            .marked(marks(fields))
            .ids(fields.text("call_id").orElse(null), fields.text("request_id").orElse(null));
    fields.text("number").ifPresent(draft::number);
    leave(draft, fields);
    return draft;
  }

  private static void leave(CallDraft draft, Fields fields) {
    int millis = fields.integer("length_ms", 0, A_DAY_MS / 24).orElse(USUAL_VOICEMAIL_MS);
    draft.leaving(
        fields.text("id").orElse(null),
        Duration.ofMillis(millis),
        fields.text("text").orElse(null),
        fields.text("assignee").orElse(null));
  }

  private MessageDraft message(Fields fields) {
    MessageDraft draft =
        MessageDraft.at(at(fields))
            .client(
                fields.text("client").orElse("+13475550123"),
                fields.text("client_name").orElse(null))
            .marked(marks(fields))
            .ids(fields.text("id").orElse(null), fields.text("request_id").orElse(null));
    fields.text("number").ifPresent(draft::number);
    fields.text("sent_by").ifPresent(draft::sentBy);
    fields.text("text").ifPresent(draft::text);
    fields
        .named("delivery", HistoryInput::delivery, "unspecified, notSent, sent")
        .ifPresent(draft::delivery);
    fields
        .objects("attachments", HistoryInput::attachment, ATTACHMENT)
        .orElse(List.of())
        .forEach(draft::attach);
    return draft;
  }

  private static TextMessage.Attachment attachment(Fields fields) {
    return new TextMessage.Attachment(
        fields.requiredText("name"),
        fields.integer("size", 1, 5_000_000).orElse(48_213),
        fields.bool("image").orElse(true));
  }

  private static Client client(Fields fields) {
    Optional<Client> widget = fields.text("widget").map(Client::widget);
    if (widget.isPresent()) {
      return widget.get();
    }
    return fields.bool("anonymous").orElse(false)
        ? Client.anonymous()
        : Client.ofNumber(
            fields.text("client").orElse("+13475550123"), fields.text("client_name").orElse(null));
  }

  private static Marks marks(Fields fields) {
    return Marks.NONE
        .withComment(fields.text("comment").orElse(null))
        .withWorkflow(
            fields.named("workflow", HistoryInput::workflow, "open, resolved").orElse(null))
        .withRead(fields.bool("read").orElse(false))
        .withFavorite(fields.bool("favorite").orElse(false))
        .withTags(List.of(list(fields, "tags")));
  }

  private Instant at(Fields fields) {
    return fields
        .parsed("at", Instant::parse, "a time like 2026-11-21T09:00:00Z")
        .orElseGet(world.clock()::instant);
  }

  /** A comma list: extensions and tags hold no commas. */
  private static String[] list(Fields fields, String name) {
    return fields
        .text(name)
        .map(text -> Arrays.stream(text.split(",")).map(String::strip).toArray(String[]::new))
        .orElse(new String[0]);
  }

  private static Optional<CallState> state(String name) {
    return Arrays.stream(CallState.values())
        .filter(state -> state.name().toLowerCase(Locale.ROOT).equals(name))
        .findFirst();
  }

  private static Optional<Workflow> workflow(String name) {
    return Arrays.stream(Workflow.values()).filter(w -> w.word().equals(name)).findFirst();
  }

  private static Optional<TextMessage.Delivery> delivery(String name) {
    return Arrays.stream(TextMessage.Delivery.values())
        .filter(d -> d.word().equals(name))
        .findFirst();
  }

  private static String names(CallState[] states) {
    return String.join(
        ", ", Arrays.stream(states).map(s -> s.name().toLowerCase(Locale.ROOT)).toList());
  }
}
