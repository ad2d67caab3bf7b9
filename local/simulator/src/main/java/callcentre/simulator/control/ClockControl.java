package callcentre.simulator.control;

import callcentre.simulator.clock.SimulatorClock;
import callcentre.simulator.http.Answer;
import callcentre.simulator.http.Json;
import callcentre.simulator.routing.Call;
import callcentre.simulator.routing.Endpoint;
import callcentre.simulator.routing.Family;
import callcentre.simulator.routing.Route;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** {@code /_simulator/clock}: sets, moves, stops and starts the simulator's time. */
final class ClockControl implements Family {

  private static final String PATH = "/_simulator/clock";
  private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");
  private static final Instant LATEST = Instant.parse("2100-01-01T00:00:00Z");

  private final SimulatorClock clock;

  ClockControl(SimulatorClock clock) {
    this.clock = clock;
  }

  @Override
  public List<Route> routes() {
    return List.of(
        Route.of("GET", PATH, new Endpoint.Open(call -> Answer.ok(json()))),
        Route.of("PUT", PATH, new Endpoint.Open(this::change)));
  }

  private Answer change(Call call) {
    Fields fields = Fields.ofBody(call, "now", "advance", "frozen");
    if (fields.isEmpty()) {
      throw ControlException.invalid("Give at least one of now, advance, frozen");
    }
    // All are read before any is applied, so that a bad one changes nothing.
    Optional<Instant> now =
        fields.parsed("now", Instant::parse, "a time like 2026-11-21T09:00:00Z");
    Optional<Duration> advance = fields.parsed("advance", Duration::parse, "a duration like PT24H");
    Optional<Boolean> frozen = fields.bool("frozen");
    Optional<Instant> target =
        now.isEmpty() && advance.isEmpty() ? Optional.empty() : Optional.of(target(now, advance));
    // Stopped before it is set, so that it stands exactly where it was put.
    if (frozen.orElse(false)) {
      clock.freeze();
    }
    target.ifPresent(clock::setNow);
    if (frozen.filter(stop -> !stop).isPresent()) {
      clock.unfreeze();
    }
    return Answer.ok(json());
  }

  private Instant target(Optional<Instant> now, Optional<Duration> advance) {
    try {
      Instant target = now.orElseGet(clock::instant).plus(advance.orElse(Duration.ZERO));
      if (!target.isBefore(EARLIEST) && !target.isAfter(LATEST)) {
        return target;
      }
    } catch (DateTimeException | ArithmeticException e) {
      // Beyond what a date can hold is beyond the clock's range too.
    }
    throw ControlException.invalid("The clock runs from " + EARLIEST + " to " + LATEST);
  }

  ObjectNode json() {
    return Json.object().put("now", clock.instant().toString()).put("frozen", clock.frozen());
  }
}
