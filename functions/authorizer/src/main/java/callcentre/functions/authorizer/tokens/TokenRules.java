package callcentre.functions.authorizer.tokens;

import callcentre.aws.Environment;
import callcentre.aws.Variable;
import java.time.Duration;
import java.util.Map;

/**
 * What a good token must say.
 *
 * @param issuer its exact {@code iss}
 * @param audience one of its {@code aud}
 * @param clockSkew how far the issuer's clock may differ from ours, 0 to 300 s
 */
public record TokenRules(String issuer, String audience, Duration clockSkew) {

  private static final int DEFAULT_SKEW_SECONDS = 60;
  private static final int LARGEST_SKEW_SECONDS = 300;

  /**
   * The rules of a stage.
   *
   * @throws callcentre.aws.ConfigurationException when one is missing or malformed
   */
  public static TokenRules of(Environment environment) {
    Map<Variable, String> required =
        environment.requireAll(Variable.JWT_ISSUER, Variable.JWT_AUDIENCE);
    int skew =
        environment.integer(
            Variable.JWT_CLOCK_SKEW_SECONDS, 0, LARGEST_SKEW_SECONDS, DEFAULT_SKEW_SECONDS);
    return new TokenRules(
        required.getOrDefault(Variable.JWT_ISSUER, ""),
        required.getOrDefault(Variable.JWT_AUDIENCE, ""),
        Duration.ofSeconds(skew));
  }
}
