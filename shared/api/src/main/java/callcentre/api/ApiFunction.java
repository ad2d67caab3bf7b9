package callcentre.api;

import callcentre.api.http.Exchange;
import callcentre.api.http.RequestIds;
import callcentre.api.router.ApiContext;
import callcentre.aws.SnapStart;
import callcentre.aws.logging.RequestScope;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyRequestEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyResponseEvent;
import io.micronaut.context.ApplicationContext;
import io.micronaut.function.aws.proxy.payload1.ApiGatewayProxyRequestEventFunction;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The handler of every function of the REST API (payload 1.0). The controllers in its package make
 * the difference between two functions.
 */
public final class ApiFunction
    implements RequestHandler<APIGatewayProxyRequestEvent, APIGatewayProxyResponseEvent>,
        AutoCloseable {

  private static final String NO_INVOCATION = "none";

  private final Supplier<ApplicationContext> containers;
  private final ApplicationContext context;
  private final Exchange exchange;
  private final ApiGatewayProxyRequestEventFunction router;

  /** For Lambda: builds the container and registers the priming of a SnapStart snapshot. */
  public ApiFunction() {
    this(ApiContext.builder()::build);
    SnapStart.beforeCheckpoint(this::prime);
  }

  /**
   * Over containers of another making.
   *
   * @param containers gives a new container at each call, not started yet, from {@link
   *     ApiContext#builder}
   */
  public ApiFunction(Supplier<ApplicationContext> containers) {
    this.containers = containers;
    this.context = containers.get().start();
    this.router = new ApiGatewayProxyRequestEventFunction(context);
    this.exchange = context.getBean(Exchange.class);
  }

  @Override
  public APIGatewayProxyResponseEvent handleRequest(
      APIGatewayProxyRequestEvent event, @Nullable Context invocation) {
    String awsRequestId = invocation == null ? NO_INVOCATION : invocation.getAwsRequestId();
    try (RequestScope _ = RequestScope.open(awsRequestId, RequestIds.of(event))) {
      // Without Lambda's context the adapter registers no bean per invocation.
      return exchange.answer(event, routable -> router.handleRequest(routable, null));
    }
  }

  /**
   * Drives invented events through everything that a first real request would load. It does so in a
   * container of its own that is thrown away: what caches and identities came to hold of invented
   * data cannot be in the snapshot.
   */
  public Priming.Result prime() {
    try (ApiFunction throwaway = new ApiFunction(containers)) {
      return new Priming(throwaway.context).run(throwaway);
    }
  }

  /** The container, for tests that look at what it holds. */
  public ApplicationContext context() {
    return context;
  }

  @Override
  public void close() {
    context.close();
  }
}
