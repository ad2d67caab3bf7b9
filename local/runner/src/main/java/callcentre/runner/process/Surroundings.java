package callcentre.runner.process;

import callcentre.aws.Endpoints;
import java.util.Map;

/** How a function reaches AWS: variables of its processes, over those of the template. */
@FunctionalInterface
public interface Surroundings {

  /** Every function reaches every service and may do everything: what {@code ./run} gives. */
  Surroundings OPEN =
      (function, services) ->
          Map.of(
              "AWS_ACCESS_KEY_ID", "local",
              "AWS_ENDPOINT_URL_DYNAMODB", services.dynamoDb().toString(),
              "AWS_ENDPOINT_URL_SQS", services.sqs().toString(),
              "AWS_ENDPOINT_URL_SECRETS_MANAGER", services.secretsManager().toString());

  /**
   * The variables of one function; asked once per function and start.
   *
   * @param services the embedded services
   */
  Map<String, String> of(String function, Endpoints services);
}
