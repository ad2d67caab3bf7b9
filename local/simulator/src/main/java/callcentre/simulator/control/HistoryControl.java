package callcentre.simulator.control;

import callcentre.simulator.history.Conversation;
import callcentre.simulator.history.DayCounts;
import callcentre.simulator.history.History;
import callcentre.simulator.history.HistoryQuery;
import callcentre.simulator.history.PhoneCall;
import callcentre.simulator.http.Answer;
import callcentre.simulator.http.Json;
import callcentre.simulator.routing.Call;
import callcentre.simulator.routing.Endpoint;
import callcentre.simulator.routing.Family;
import callcentre.simulator.routing.Route;
import callcentre.simulator.world.World;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/**
 * {@code /_simulator/calls}, {@code voicemails}, {@code messages}: puts history in and counts it.
 */
final class HistoryControl implements Family {

  private static final String ROOT = "/_simulator";
  private static final int MOST_DAYS = 1_100;

  private final World world;
  private final HistoryInput input;

  HistoryControl(World world) {
    this.world = world;
    input = new HistoryInput(world);
  }

  @Override
  public List<Route> routes() {
    return List.of(
        Route.of(
            "POST",
            ROOT + "/calls",
            new Endpoint.Open(call -> add("calls", list(call, "calls", HistoryInput.CALL)))),
        Route.of(
            "POST",
            ROOT + "/voicemails",
            new Endpoint.Open(
                call -> add("voicemails", list(call, "voicemails", HistoryInput.VOICEMAIL)))),
        Route.of(
            "POST",
            ROOT + "/messages",
            new Endpoint.Open(
                call -> add("messages", list(call, "messages", HistoryInput.MESSAGE)))),
        Route.of("GET", ROOT + "/history", new Endpoint.Open(this::counts)),
        Route.of("DELETE", ROOT + "/history", new Endpoint.Open(this::clear)),
        Route.of("DELETE", ROOT + "/links", new Endpoint.Open(this::expireLinks)));
  }

  private List<? extends Conversation> list(Call call, String name, String[] allowed) {
    try {
      return Fields.ofBody(call, name)
          .objects(name, fields -> input.read(name, fields), allowed)
          .orElseThrow(() -> ControlException.invalid(name + " must be an array of objects"));
    } catch (IllegalArgumentException e) {
      throw ControlException.invalid(String.valueOf(e.getMessage()));
    }
  }

  private Answer add(String name, List<? extends Conversation> conversations) {
    try {
      world.history().add(conversations);
    } catch (IllegalArgumentException e) {
      throw ControlException.invalid(String.valueOf(e.getMessage()));
    }
    ObjectNode body = Json.object();
    ArrayNode added = body.putArray(name);
    for (Conversation conversation : conversations) {
      ObjectNode ids =
          added
              .addObject()
              .put("id", conversation.guid())
              .put("request_id", conversation.requestId())
              .put("at", conversation.at().toString());
      if (conversation instanceof PhoneCall call && call.voicemail() != null) {
        ids.put("voicemail_id", call.voicemail().id());
      }
    }
    return Answer.ok(body);
  }

  private Answer counts(Call call) {
    LocalDate today = LocalDate.ofInstant(world.clock().instant(), ZoneOffset.UTC);
    LocalDate from = day(call, "from", today.minusDays(30));
    LocalDate to = day(call, "to", today);
    if (ChronoUnit.DAYS.between(from, to) > MOST_DAYS) {
      throw ControlException.invalid("from and to may be " + MOST_DAYS + " days apart at most");
    }
    DayCounts sum = new DayCounts(0, 0, 0);
    ObjectNode body = Json.object();
    ArrayNode days = body.putArray("days");
    for (LocalDate day = from; !day.isAfter(to); day = day.plusDays(1)) {
      DayCounts counts = ended(day);
      sum = sum.plus(counts);
      days.add(json(Json.object().put("day", day.toString()), counts));
    }
    body.set("total", json(Json.object(), sum));
    return Answer.ok(body);
  }

  /** Of the present day only what is over, as a list without delay would show it. */
  private DayCounts ended(LocalDate day) {
    Instant begin = day.atStartOfDay(ZoneOffset.UTC).toInstant();
    Instant end = day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant().minusNanos(1);
    Instant now = world.clock().instant();
    if (end.plus(History.LONGEST).isBefore(now)) {
      return world.history().countsOn(day);
    }
    return DayCounts.of(
        world.history().all(new HistoryQuery(begin, end, now, any -> true, null, false)));
  }

  private static ObjectNode json(ObjectNode json, DayCounts counts) {
    return json.put("calls", counts.calls())
        .put("voicemails", counts.voicemails())
        .put("messages", counts.messages());
  }

  private static LocalDate day(Call call, String name, LocalDate usual) {
    Optional<String> text = Optional.ofNullable(call.request().queryFields().get(name));
    try {
      return text.map(LocalDate::parse).orElse(usual);
    } catch (DateTimeException e) {
      throw ControlException.invalid(name + " must be a day like 2026-11-21");
    }
  }

  private Answer clear(Call call) {
    world.history().clear();
    return Answer.ok(Json.object().put("history", "empty"));
  }

  private Answer expireLinks(Call call) {
    world.audioLinks().expireAll();
    return Answer.ok(Json.object().put("links", "expired"));
  }
}
