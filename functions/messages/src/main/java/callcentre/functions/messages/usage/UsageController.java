package callcentre.functions.messages.usage;

import callcentre.api.access.Caller;
import callcentre.api.request.QueryParameters;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import java.time.InstantSource;

/** What messages were used and what they cost. */
@Controller("/api/admin/mightycall/sms-usage")
final class UsageController {

  private final UsageReports reports;
  private final InstantSource clock;

  UsageController(UsageReports reports, InstantSource clock) {
    this.reports = reports;
    this.clock = clock;
  }

  @Get
  UsageAnswer usage(Caller caller, QueryParameters query) {
    return reports.count(UsageFilter.read(query, clock.instant()), caller);
  }
}
