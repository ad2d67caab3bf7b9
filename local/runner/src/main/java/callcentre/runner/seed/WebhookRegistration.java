package callcentre.runner.seed;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.Set;

/**
 * Gives the simulator the address of the local webhook, as a person does in the provider's panel
 * (README: webhooks). What happens in its calls comes there from then on.
 */
public final class WebhookRegistration {

  private static final ObjectMapper JSON = new ObjectMapper();

  private static final int ATTEMPTS = 3;

  private WebhookRegistration() {}

  /**
   * Registers the address.
   *
   * @param simulator the simulator's address
   * @param webhook the address that is told
   * @throws SeedException with the simulator's reason for refusing it
   */
  public static void register(String simulator, String webhook) throws InterruptedException {
    start(webhook);
    ApiClient control = new ApiClient(simulator, "");
    JsonNode wanted = JSON.createObjectNode().put("url", webhook);
    for (int attempt = 1; ; attempt++) {
      try {
        control.call("POST", "/_simulator/webhooks", wanted, Set.of(201));
        return;
      } catch (SeedException refused) {
        if (attempt == ATTEMPTS) {
          throw refused;
        }
      }
    }
  }

  /** The provider grants a few seconds, of which a first start may take more than all. */
  private static void start(String webhook) throws InterruptedException {
    new ApiClient(webhook, "").call("GET", "", MissingNode.getInstance(), Set.of(405));
  }
}
