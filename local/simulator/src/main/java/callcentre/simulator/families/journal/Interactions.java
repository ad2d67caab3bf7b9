package callcentre.simulator.families.journal;

import callcentre.simulator.account.TeamUser;
import callcentre.simulator.families.Parameters;
import callcentre.simulator.families.Times;
import callcentre.simulator.history.Client;
import callcentre.simulator.history.Conversation;
import callcentre.simulator.history.HistoryQuery;
import callcentre.simulator.http.Answer;
import callcentre.simulator.http.Json;
import callcentre.simulator.routing.Call;
import callcentre.simulator.world.World;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * {@code GET /contactcenter/interactions}: each partner once with the newest conversation, newest
 * first (MightyCall reference 3.7; how its pages and cursors work is not documented).
 */
final class Interactions {

  private static final Duration REACHES_BACK = Duration.ofDays(30);
  private static final int USUAL_ROWS = 20;
  private static final Set<String> PARAMETERS =
      Set.of("tab", "latest", "earliest", "pagesize", "pagenumber");

  private final World world;

  Interactions(World world) {
    this.world = world;
  }

  Answer list(Call call, TeamUser caller) {
    Parameters parameters = new Parameters(call.request());
    boolean known =
        call.request().queryFields().keySet().stream()
            .allMatch(name -> PARAMETERS.contains(name.toLowerCase(Locale.ROOT)));
    Instant latest = parameters.instant("latest", world.clock().instant());
    Instant earliest = parameters.instant("earliest", latest.minus(REACHES_BACK));
    int pageSize = parameters.integer("pageSize", 1, USUAL_ROWS);
    int pageNumber = parameters.integer("pageNumber", 1, 1);
    String tab = parameters.text("tab").orElse("recent").toLowerCase(Locale.ROOT);
    boolean knownTab =
        Set.of("recent", "internal", "recentwithinternal", "clients", "colleagues").contains(tab);
    if (!known || !knownTab || parameters.refusal().isPresent()) {
      return JournalErrors.invalidParameters();
    }
    List<Conversation> page =
        newestOfEach(earliest, latest, partners(tab)).stream()
            .skip((pageNumber - 1L) * pageSize)
            .limit(pageSize)
            .toList();
    return Answer.ok(Json.object().set("data", body(page)));
  }

  private static Predicate<Conversation> partners(String tab) {
    return conversation -> {
      boolean colleague = conversation.client().kind() == Client.Kind.COLLEAGUE;
      return switch (tab) {
        case "internal", "colleagues" -> colleague;
        case "recentwithinternal" -> true;
        default -> !colleague;
      };
    };
  }

  private Collection<Conversation> newestOfEach(
      Instant earliest, Instant latest, Predicate<Conversation> fits) {
    HistoryQuery query =
        new HistoryQuery(earliest, latest, world.clock().instant(), fits, null, false);
    Map<String, Conversation> newest = new LinkedHashMap<>();
    world
        .history()
        .all(query)
        .forEach(found -> newest.putIfAbsent(found.client().address(), found));
    return newest.values();
  }

  private ObjectNode body(List<Conversation> page) {
    InteractionJson json = new InteractionJson(world);
    ObjectNode data = Json.object().put("status", "Success");
    ArrayNode contacts = data.putArray("contacts");
    page.forEach(conversation -> contacts.add(json.of(conversation)));
    if (page.isEmpty()) {
      return data.putNull("before").putNull("after");
    }
    return data.put("before", Times.zulu(page.getLast().at()))
        .put("after", Times.zulu(page.getFirst().at()));
  }
}
