package callcentre.functions.callprojector;

import callcentre.aws.AwsClients;
import callcentre.aws.Environment;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.DynamodbEvent;
import com.amazonaws.services.lambda.runtime.events.StreamsEventResponse;
import java.time.InstantSource;

/** The projector for tests of the whole way. */
public final class Projectors {

  private Projectors() {}

  public static RequestHandler<DynamodbEvent, StreamsEventResponse> of(
      AwsClients clients, Environment environment, InstantSource clock) {
    return new CallProjectorHandler(clients, environment, clock);
  }
}
