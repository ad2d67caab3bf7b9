package callcentre.simulator.families.journal;

import callcentre.simulator.account.TeamUser;
import callcentre.simulator.families.Times;
import callcentre.simulator.families.audio.AttachmentBytes;
import callcentre.simulator.history.Conversation;
import callcentre.simulator.history.TextMessage;
import callcentre.simulator.http.Answer;
import callcentre.simulator.http.ByteAnswer;
import callcentre.simulator.http.Json;
import callcentre.simulator.http.Outcome;
import callcentre.simulator.routing.Call;
import callcentre.simulator.routing.Endpoint;
import callcentre.simulator.routing.Family;
import callcentre.simulator.routing.Route;
import callcentre.simulator.world.World;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Base64;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** What is read of {@code /v4/api/journal} (MightyCall reference 3.5). */
public final class JournalFamily implements Family {

  private static final String PATH = "/v4/api/journal/requests";
  private static final Set<JournalFilter> SHOWN_OF_ONE =
      Set.of(
          JournalFilter.SHOW_EXTERNAL_CONTACTS,
          JournalFilter.RESOLVE_CONTACTS,
          JournalFilter.SHOW_USERS);

  private final World world;
  private final JournalLists lists;

  public JournalFamily(World world) {
    this.world = world;
    lists = new JournalLists(world);
  }

  @Override
  public List<Route> routes() {
    return List.of(
        Route.of("GET", PATH, new Endpoint.SignedIn(this::list)),
        Route.of("GET", PATH + "/counts", new Endpoint.SignedIn(this::counts)),
        Route.of("GET", PATH + "/{requestId}", new Endpoint.SignedIn(this::one)),
        Route.of(
            "GET", PATH + "/{requestId}/mmsAttachments", new Endpoint.SignedIn(this::attachments)));
  }

  private Answer list(Call call, TeamUser caller) {
    JournalRequest wanted = new JournalRequest(call.request(), Set.of());
    if (!wanted.refused().isEmpty()) {
      return JournalErrors.malformedFilters(wanted.refused());
    }
    ObjectNode body = lists.page(wanted, call.request());
    boolean wrapped = world.settings().history().wrappedJournal();
    return Answer.ok(wrapped ? Json.object().set("data", body) : body);
  }

  private Answer counts(Call call, TeamUser caller) {
    JournalRequest wanted = new JournalRequest(call.request(), JournalFilter.OF_LISTS_ONLY);
    if (!wanted.refused().isEmpty()) {
      return JournalErrors.malformedFilters(wanted.refused());
    }
    return Answer.ok(
        Json.object()
            .put("records", lists.count(wanted))
            .put("from", Times.offsetSeven(lists.from(wanted)))
            .put("to", Times.offsetSeven(lists.to(wanted))));
  }

  private Outcome one(Call call, TeamUser caller) {
    Set<JournalFilter> unknown = EnumSet.complementOf(EnumSet.copyOf(SHOWN_OF_ONE));
    JournalRequest wanted = new JournalRequest(call.request(), unknown);
    if (!wanted.refused().isEmpty()) {
      return JournalErrors.malformedFilters(wanted.refused());
    }
    RequestJson.Shown shown =
        new RequestJson.Shown(
            wanted.flag(JournalFilter.RESOLVE_CONTACTS, false),
            wanted.flag(JournalFilter.SHOW_EXTERNAL_CONTACTS, false),
            wanted.flag(JournalFilter.SHOW_USERS, true));
    RequestJson json = new RequestJson(world, call.request(), shown);
    return found(call, conversation -> Answer.ok(json.of(conversation)));
  }

  private Outcome attachments(Call call, TeamUser caller) {
    return found(
        call,
        conversation ->
            conversation instanceof TextMessage text && !text.attachments().isEmpty()
                ? files(text)
                : JournalErrors.notFound());
  }

  private Outcome files(TextMessage text) {
    byte[] zip = AttachmentBytes.zip(text);
    return switch (world.settings().history().mmsAnswer()) {
      case ZIP ->
          ByteAnswer.of(
              200, "application/zip", zip.length, (out, count) -> out.write(zip, 0, (int) count));
      case BASE64 ->
          new Answer(200, "text/plain", Base64.getEncoder().encodeToString(zip), Map.of());
      case JSON -> Answer.ok(Json.object().put("isSuccess", true));
    };
  }

  private Outcome found(Call call, Function<Conversation, Outcome> serve) {
    String id = call.variable("requestId");
    if (!RequestIds.wellFormed(id)) {
      return JournalErrors.malformedIds(List.of(id));
    }
    return lists.find(id).map(serve).orElseGet(JournalErrors::notFound);
  }
}
