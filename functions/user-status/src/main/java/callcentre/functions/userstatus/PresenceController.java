package callcentre.functions.userstatus;

import callcentre.answers.SpentBudget;
import callcentre.api.access.Caller;
import callcentre.api.answer.EmptyReason;
import callcentre.api.answer.ListAnswer;
import callcentre.api.request.QueryParameters;
import callcentre.api.request.QueryReader;
import callcentre.views.PresenceView;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Put;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Who does what now and did before. The provider is asked only where somebody wants that. */
@Controller("/api/admin/user-status")
final class PresenceController {

  /** As much as a month's report needs. */
  private static final Duration LONGEST = Duration.ofDays(31);

  private static final Duration USUAL = Duration.ofDays(1);

  private final Floor floor;
  private final StatusDesk desk;
  private final SpentBudget budget;
  private final InstantSource clock;

  PresenceController(Floor floor, StatusDesk desk, SpentBudget budget, InstantSource clock) {
    this.floor = floor;
    this.desk = desk;
    this.budget = budget;
    this.clock = clock;
  }

  /** A stretch of time that is asked for. */
  private record Window(Optional<Instant> from, Optional<Instant> to) {}

  @Get
  Map<String, @Nullable Object> list(Caller caller, QueryParameters query) {
    query.read(reader -> Optional.empty());
    Instant asOf = clock.instant();
    return ListAnswer.complete("users", floor.visibleTo(caller), EmptyReason.NO_MATCH)
        .asOf(Optional.of(asOf))
        .body();
  }

  @Get("/{userId}")
  HttpResponse<PresenceView> get(String userId, Caller caller, QueryParameters query) {
    boolean refresh = query.read(reader -> reader.flag("refresh"));
    Optional<PresenceView> live = refresh ? desk.refresh(userId, caller) : Optional.empty();
    return live.map(this::asked).orElseGet(() -> HttpResponse.ok(floor.of(userId, caller)));
  }

  @Put("/{userId}")
  HttpResponse<PresenceView> put(String userId, @Body StatusBody body, Caller caller) {
    return asked(desk.change(userId, body.wanted(), caller));
  }

  @Get("/{userId}/history")
  HistoryView history(String userId, Caller caller, QueryParameters query) {
    Instant now = clock.instant();
    Window window = query.read(reader -> window(reader, now));
    Instant to = window.to().orElse(now);
    return floor.history(userId, window.from().orElseGet(() -> to.minus(USUAL)), to, caller);
  }

  private HttpResponse<PresenceView> asked(PresenceView view) {
    return budget.shownOn(HttpResponse.ok(view));
  }

  private static Window window(QueryReader reader, Instant now) {
    Window window = new Window(reader.instant("start_utc"), reader.instant("end_utc"));
    Instant to = window.to().orElse(now);
    Instant from = window.from().orElseGet(() -> to.minus(USUAL));
    if (!from.isBefore(to)) {
      reader.error("start_utc", "must be before the end, which is now unless end_utc says so");
    } else if (from.isBefore(to.minus(LONGEST))) {
      reader.error("start_utc", "must not be more than 31 days before the end");
    }
    return window;
  }
}
