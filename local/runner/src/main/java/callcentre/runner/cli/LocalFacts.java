package callcentre.runner.cli;

import callcentre.aws.Endpoints;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;

/**
 * What a person or a script needs to use the running system.
 *
 * @param apis address by logical id of the API; the first is the one of {@code --port}
 * @param tokens by role
 * @param subjects the user behind each token, by role
 * @param logs log file by function
 */
public record LocalFacts(
    Map<String, String> apis,
    Map<String, String> tokens,
    Map<String, String> subjects,
    Instant tokensExpireAt,
    ProviderAccount account,
    Provider provider,
    Endpoints endpoints,
    String stage,
    Path dataFolder,
    Map<String, Path> logs) {

  /** The address of the first API. */
  public String address() {
    return apis.values().iterator().next();
  }

  /** Where the provider sends webhooks; nothing from outside this machine reaches it. */
  public String webhookAddress() {
    return address() + "/api/webhooks/mightycall/" + ProviderAccount.WEBHOOK_TOKEN;
  }
}
