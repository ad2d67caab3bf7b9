package callcentre.api.router;

import callcentre.api.http.RequestIds;
import callcentre.api.problem.Problems;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyResponseEvent;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Error;

/** Takes every exception of the router and its controllers, Micronaut's own included. */
@Controller
final class ErrorController {

  private final Problems problems;

  ErrorController(Problems problems) {
    this.problems = problems;
  }

  @Error(global = true)
  HttpResponse<String> answer(HttpRequest<?> request, Throwable failure) {
    APIGatewayProxyResponseEvent problem =
        problems.render(failure, RequestIds.of(Events.of(request)));
    MutableHttpResponse<String> answer = HttpResponse.status(problem.getStatusCode(), null);
    problem.getHeaders().forEach(answer::header);
    return answer.body(problem.getBody());
  }
}
