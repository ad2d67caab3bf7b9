package callcentre.functions.operations;

import callcentre.aws.AwsClients;
import callcentre.aws.Environment;
import callcentre.aws.Priming;
import callcentre.aws.Variable;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.secretsmanager.model.ResourceNotFoundException;

/**
 * Whether everything that only an operator can provide is there, the authorizer's part included. No
 * secret is read: it is there when it has a current version. The answer serves for {@link #AGE}, so
 * that nobody can burn requests through a public route.
 */
@Singleton
final class Health {

  static final Duration AGE = Duration.ofSeconds(60);

  private static final String CURRENT = "AWSCURRENT";
  private static final List<Variable> NEEDED =
      List.of(
          Variable.STAGE,
          Variable.CREDENTIALS_SECRET_ID,
          Variable.TOKEN_SECRET_ID,
          Variable.SIGNING_SECRET_ID,
          Variable.JWT_ISSUER,
          Variable.JWT_AUDIENCE,
          Variable.SYNC_QUEUE_URL,
          Variable.SYNC_DLQ_URL,
          Variable.SMS_QUEUE_URL,
          Variable.SMS_DLQ_URL,
          Variable.WEBHOOK_QUEUE_URL,
          Variable.WEBHOOK_DLQ_URL,
          Variable.PROJECTOR_DLQ_URL);
  private static final List<Variable> SECRETS =
      List.of(
          Variable.CREDENTIALS_SECRET_ID, Variable.SIGNING_SECRET_ID, Variable.JWT_HS256_SECRET_ID);

  private final AwsClients clients;
  private final Environment environment;
  private final InstantSource clock;
  private @Nullable List<String> known;
  private Instant checkedAt = Instant.EPOCH;

  Health(AwsClients clients, Environment environment, InstantSource clock) {
    this.clients = clients;
    this.environment = environment;
    this.clock = clock;
  }

  /** Names of variables and secrets: at most 3 requests a minute and process. */
  synchronized List<String> missing() {
    Instant now = clock.instant();
    List<String> held = known;
    if (held != null && now.isBefore(checkedAt.plus(AGE))) {
      return held;
    }
    List<String> missing = look();
    if (!Priming.isActive()) {
      known = missing;
      checkedAt = now;
    }
    return missing;
  }

  private List<String> look() {
    List<String> missing = new ArrayList<>();
    NEEDED.stream()
        .filter(variable -> environment.find(variable).isEmpty())
        .map(Variable::name)
        .forEach(missing::add);
    if (environment.find(Variable.JWT_JWKS_URL).isEmpty()
        && environment.find(Variable.JWT_HS256_SECRET_ID).isEmpty()) {
      missing.add("JWT_JWKS_URL or JWT_HS256_SECRET_ID");
    }
    SECRETS.stream()
        .map(environment::find)
        .flatMap(Optional::stream)
        .filter(secretId -> !hasValue(secretId))
        .map(Health::nameOf)
        .forEach(missing::add);
    return List.copyOf(missing);
  }

  private boolean hasValue(String secretId) {
    try {
      return clients
          .secretsManager()
          .describeSecret(request -> request.secretId(secretId))
          .versionIdsToStages()
          .values()
          .stream()
          .anyMatch(stages -> stages.contains(CURRENT));
    } catch (ResourceNotFoundException missing) {
      return false;
    }
  }

  /**
   * Of an ARN the name alone: the route is public, and an account's number is nobody's business.
   */
  private static String nameOf(String secretId) {
    String mark = ":secret:";
    int at = secretId.indexOf(mark);
    return at < 0
        ? secretId
        : secretId.substring(at + mark.length()).replaceFirst("-[A-Za-z0-9]{6}$", "");
  }
}
