package callcentre.simulator.families.journal;

import callcentre.simulator.account.TeamUser;
import callcentre.simulator.history.Conversation;
import callcentre.simulator.history.Marks;
import callcentre.simulator.history.PhoneCall;
import callcentre.simulator.history.TextMessage;
import callcentre.simulator.history.Workflow;
import callcentre.simulator.http.Answer;
import callcentre.simulator.http.Json;
import callcentre.simulator.routing.Call;
import callcentre.simulator.routing.Endpoint;
import callcentre.simulator.routing.Family;
import callcentre.simulator.routing.Route;
import callcentre.simulator.world.World;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** What changes the journal: ids in the query, plain bodies (MightyCall reference 3.5). */
public final class JournalChanges implements Family {

  private static final String PATH = "/v4/api/journal/requests";

  private final World world;
  private final JournalLists lists;

  public JournalChanges(World world) {
    this.world = world;
    lists = new JournalLists(world);
  }

  @Override
  public List<Route> routes() {
    return List.of(
        Route.of("POST", PATH + "/{requestId}/comment", new Endpoint.SignedIn(this::comment)),
        Route.of(
            "DELETE", PATH + "/{requestId}/comment", new Endpoint.SignedIn(this::removeComment)),
        Route.of("PUT", PATH + "/wfstate", new Endpoint.SignedIn(this::workflow)),
        Route.of("POST", PATH + "/flags", new Endpoint.SignedIn((call, user) -> flags(call, true))),
        Route.of(
            "DELETE", PATH + "/flags", new Endpoint.SignedIn((call, user) -> flags(call, false))),
        Route.of("DELETE", PATH + "/messages", new Endpoint.SignedIn(this::deleteMessages)),
        Route.of("POST", PATH + "/message", new Endpoint.SignedIn(this::restoreMessage)),
        Route.of("DELETE", PATH + "/voicemail", new Endpoint.SignedIn(this::deleteVoicemails)));
  }

  Answer comment(Call call, TeamUser caller) {
    return withIds(
        call.variable("requestId"),
        rows ->
            switch (TextBody.of(call.request())) {
              case TextBody.Refused(Answer answer) -> answer;
              case TextBody.Given(String text) -> change(rows, marks -> marks.withComment(text));
            });
  }

  Answer removeComment(Call call, TeamUser caller) {
    return withIds(
        call.variable("requestId"), rows -> change(rows, marks -> marks.withComment(null)));
  }

  private Answer workflow(Call call, TeamUser caller) {
    return switch (TextBody.of(call.request())) {
      case TextBody.Refused(Answer answer) -> answer;
      case TextBody.Given(String text) ->
          withIds(
              query(call, "requestIds"),
              rows ->
                  workflowOf(text.strip())
                      .map(state -> change(rows, marks -> marks.withWorkflow(state)))
                      .orElseGet(() -> JournalErrors.invalidWorkflow(text.strip())));
    };
  }

  private static Optional<Workflow> workflowOf(String text) {
    return switch (text.toLowerCase(Locale.ROOT)) {
      case "open" -> Optional.of(Workflow.OPEN);
      case "resolved" -> Optional.of(Workflow.RESOLVED);
      default -> Optional.empty();
    };
  }

  private Answer flags(Call call, boolean set) {
    String flags = query(call, "flags");
    List<UnaryOperator<Marks>> changes = new ArrayList<>();
    for (String flag : flags.split(",", -1)) {
      switch (flag.strip().toLowerCase(Locale.ROOT)) {
        case "isread" -> changes.add(marks -> marks.withRead(set));
        case "favorite" -> changes.add(marks -> marks.withFavorite(set));
        case "removed" -> changes.add(marks -> marks.withRemoved(set));
        default -> {
          return JournalErrors.invalidFlags(flags);
        }
      }
    }
    return withIds(
        query(call, "requestIds"),
        rows -> {
          changes.forEach(change -> change(rows, change));
          return JournalErrors.message("updated");
        });
  }

  private Answer deleteMessages(Call call, TeamUser caller) {
    RequestIds ids = RequestIds.of(query(call, "requestIds"));
    if (!ids.malformed().isEmpty()) {
      return JournalErrors.malformedIds(ids.malformed());
    }
    if (ids.all().isEmpty()) {
      return JournalErrors.notFound();
    }
    ObjectNode body = Json.object();
    ObjectNode data = body.putObject("data");
    ArrayNode deleted = data.putArray("deletedIds");
    ArrayNode unknown = data.putArray("notfoundIds");
    for (String id : ids.all()) {
      Optional<Conversation> message =
          lists
              .find(id)
              .filter(TextMessage.class::isInstance)
              .filter(found -> !world.history().marks(found).removed());
      message.ifPresent(found -> change(List.of(found), marks -> marks.withRemoved(true)));
      (message.isPresent() ? deleted : unknown).add(id);
    }
    return Answer.ok(body.put("message", "deleted"));
  }

  private Answer restoreMessage(Call call, TeamUser caller) {
    return withIds(
        query(call, "requestId"),
        rows ->
            rows.stream().allMatch(TextMessage.class::isInstance)
                ? change(rows, marks -> marks.withRemoved(false))
                : JournalErrors.notFound());
  }

  Answer deleteVoicemails(Call call, TeamUser caller) {
    String removeText = query(call, "removeText").toLowerCase(Locale.ROOT);
    if (!removeText.equals("true") && !removeText.equals("false")) {
      return JournalErrors.invalidParameters();
    }
    Marks.VoicemailRemoval removal =
        new Marks.VoicemailRemoval(
            world.clock().instant(),
            caller.fullName(),
            caller.id(),
            Boolean.parseBoolean(removeText));
    return withIds(
        query(call, "requestIds"),
        rows -> {
          if (!rows.stream().allMatch(this::hasVoicemail)) {
            return JournalErrors.notFound();
          }
          change(rows, marks -> marks.withVoicemailRemoval(removal));
          return JournalErrors.message("deleted");
        });
  }

  private boolean hasVoicemail(Conversation conversation) {
    return conversation instanceof PhoneCall call
        && call.voicemail() != null
        && world.history().marks(call).voicemailRemoval() == null;
  }

  /** All rows of these ids or, when one is malformed or unknown, none. */
  private Answer withIds(String list, Function<List<Conversation>, Answer> serve) {
    RequestIds ids = RequestIds.of(list);
    if (!ids.malformed().isEmpty()) {
      return JournalErrors.malformedIds(ids.malformed());
    }
    List<Conversation> rows =
        ids.all().stream().flatMap(id -> lists.find(id).stream()).distinct().toList();
    boolean complete = !ids.all().isEmpty() && rows.size() == ids.all().stream().distinct().count();
    return complete ? serve.apply(rows) : JournalErrors.notFound();
  }

  private Answer change(List<Conversation> rows, UnaryOperator<Marks> change) {
    rows.forEach(row -> world.history().change(row, change));
    return JournalErrors.message("updated");
  }

  private static String query(Call call, String name) {
    return call.request().queryFields().entrySet().stream()
        .filter(field -> field.getKey().equalsIgnoreCase(name))
        .map(field -> field.getValue())
        .findFirst()
        .orElse("");
  }
}
