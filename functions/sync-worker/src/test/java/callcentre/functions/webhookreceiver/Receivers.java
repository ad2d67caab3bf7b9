package callcentre.functions.webhookreceiver;

import callcentre.aws.AwsClients;
import callcentre.aws.Environment;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyRequestEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyResponseEvent;
import java.time.InstantSource;

/** The receiver for tests of the whole way. */
public final class Receivers {

  private Receivers() {}

  public static RequestHandler<APIGatewayProxyRequestEvent, APIGatewayProxyResponseEvent> of(
      AwsClients clients, Environment environment, InstantSource clock) {
    return new WebhookReceiverHandler(Receiver.of(clients, environment, clock));
  }
}
