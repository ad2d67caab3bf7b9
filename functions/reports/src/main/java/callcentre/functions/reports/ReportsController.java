package callcentre.functions.reports;

import callcentre.api.access.Caller;
import callcentre.api.request.QueryParameters;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reports in their list form: the figures of a number's day. */
@Controller("/api/admin/mightycall/reports")
final class ReportsController {

  private final ReportList list;

  ReportsController(ReportList list) {
    this.list = list;
  }

  @Get
  Map<String, @Nullable Object> reports(Caller caller, QueryParameters query) {
    return list.list(caller, query).body();
  }
}
