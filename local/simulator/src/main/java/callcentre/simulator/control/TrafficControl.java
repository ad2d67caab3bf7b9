package callcentre.simulator.control;

import callcentre.simulator.demo.DemoDays;
import callcentre.simulator.http.Answer;
import callcentre.simulator.http.Json;
import callcentre.simulator.routing.Call;
import callcentre.simulator.routing.Endpoint;
import callcentre.simulator.routing.Family;
import callcentre.simulator.routing.Route;
import callcentre.simulator.settings.DemoRules;
import callcentre.simulator.world.World;
import java.time.LocalDate;
import java.util.List;

/** {@code /_simulator/load} and {@code demo}: adds months of history that cost no memory. */
final class TrafficControl implements Family {

  private static final String NOBODY = "The account needs a number and two people with extensions";
  private static final int MOST_A_DAY = 100_000;

  private final World world;

  TrafficControl(World world) {
    this.world = world;
  }

  @Override
  public List<Route> routes() {
    return List.of(
        Route.of("POST", "/_simulator/load", new Endpoint.Open(this::load)),
        Route.of("POST", "/_simulator/demo", new Endpoint.Open(this::demo)));
  }

  private Answer load(Call call) {
    Fields fields =
        Fields.ofBody(
            call,
            "first_day",
            "days",
            "calls_per_day",
            "voicemails_per_day",
            "messages_per_day",
            "seed");
    LocalDate firstDay =
        fields
            .parsed("first_day", LocalDate::parse, "a day like 2026-06-01")
            .orElseThrow(() -> ControlException.invalid("Give first_day, like 2026-06-01"));
    int days = fields.integer("days", 1, 1_100).orElse(1);
    int calls = fields.integer("calls_per_day", 0, MOST_A_DAY).orElse(1_000);
    int voicemails = fields.integer("voicemails_per_day", 0, calls).orElse(0);
    int messages = fields.integer("messages_per_day", 0, MOST_A_DAY).orElse(0);
    int seed = fields.integer("seed", 0, Integer.MAX_VALUE).orElse(7);
    world
        .history()
        .add(
            DemoDays.exactly(
                    world.account().data(), seed, firstDay, days, calls, voicemails, messages)
                .orElseThrow(() -> ControlException.invalid(NOBODY)));
    return Answer.ok(
        Json.object()
            .put("calls", (long) calls * days)
            .put("voicemails", (long) voicemails * days)
            .put("messages", (long) messages * days));
  }

  private Answer demo(Call call) {
    Fields fields = Fields.ofBody(call, "months", "calls_per_day", "living");
    DemoRules usual = DemoRules.livingCentre();
    DemoRules rules =
        new DemoRules(
            fields.integer("months", 1, 36).orElse(usual.months()),
            fields.integer("calls_per_day", 0, MOST_A_DAY).orElse(usual.callsPerDay()),
            fields.bool("living").orElse(usual.living()));
    if (!world.addDemo(rules)) {
      throw ControlException.invalid(NOBODY);
    }
    return Answer.ok(
        Json.object()
            .put("months", rules.months())
            .put("calls_per_day", rules.callsPerDay())
            .put("living", rules.living()));
  }
}
