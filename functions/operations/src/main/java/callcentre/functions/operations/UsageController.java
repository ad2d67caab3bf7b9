package callcentre.functions.operations;

import callcentre.api.access.Principal;
import callcentre.api.problem.ApiException;
import callcentre.api.problem.ErrorCode;
import callcentre.client.budget.RequestBudget;
import callcentre.views.UsageView;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Put;

/** The budget of provider requests: how it stands, and opening it after the provider closed it. */
@Controller("/api/admin/mightycall/usage")
final class UsageController {

  private final BudgetReport report;
  private final RequestBudget budget;

  UsageController(BudgetReport report, RequestBudget budget) {
    this.report = report;
    this.budget = budget;
  }

  @Get
  UsageView get() {
    return report.usage();
  }

  @Put
  UsageView reopen(@Body ReopenBody body, Principal actor) {
    if (!budget.reopen(actor.userId(), body.text())) {
      throw ApiException.of(ErrorCode.CONFLICT, "The budget is open already. Nothing was changed.");
    }
    return report.usage();
  }
}
