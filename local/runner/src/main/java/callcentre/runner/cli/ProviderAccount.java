package callcentre.runner.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The account the functions use, and the simulator behind it where there is one.
 *
 * @param host a kind (classic, contact-center, sandbox) or the address that stands for one
 */
public record ProviderAccount(
    String apiKey, String userKey, String host, Optional<String> simulatorAddress) {

  /** The address of the local webhook is no secret: it is reached from this machine only. */
  static final String WEBHOOK_TOKEN = "local";

  private static final ObjectMapper JSON = new ObjectMapper();

  /** The simulated account at {@code address}. */
  public static ProviderAccount simulated(String address, String apiKey, String userKey) {
    return new ProviderAccount(apiKey, userKey, address, Optional.of(address));
  }

  /**
   * @throws UsageException if a key is missing
   */
  public static ProviderAccount real(DotEnv file) {
    return new ProviderAccount(
        file.require("MIGHTYCALL_API_KEY"),
        file.require("MIGHTYCALL_USER_KEY"),
        file.require("MIGHTYCALL_HOST"),
        Optional.empty());
  }

  /** The content of the secret {@code credentials}. */
  public String secretJson() {
    return JSON.valueToTree(
            Map.of(
                "api_key",
                apiKey,
                "user_key",
                userKey,
                "host",
                host,
                "webhook_tokens",
                List.of(WEBHOOK_TOKEN)))
        .toString();
  }

  /** Keys stay out of logs and messages. */
  @Override
  public String toString() {
    return "ProviderAccount[host=" + host + "]";
  }
}
