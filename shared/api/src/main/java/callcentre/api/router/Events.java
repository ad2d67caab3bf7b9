package callcentre.api.router;

import callcentre.api.http.RoutableEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyRequestEvent;
import io.micronaut.http.HttpRequest;
import io.micronaut.servlet.http.ServletHttpRequest;

/** The gateway's event behind a request of the router. */
final class Events {

  private Events() {}

  static APIGatewayProxyRequestEvent of(HttpRequest<?> request) {
    if (request instanceof ServletHttpRequest<?, ?> adapted
        && adapted.getNativeRequest() instanceof RoutableEvent event) {
      return event.original();
    }
    throw new IllegalStateException("the request did not come through ApiFunction");
  }
}
