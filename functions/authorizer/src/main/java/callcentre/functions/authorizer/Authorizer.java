package callcentre.functions.authorizer;

import callcentre.aws.AwsClients;
import callcentre.aws.Environment;
import callcentre.aws.InvalidConfigurationException;
import callcentre.aws.MissingConfigurationException;
import callcentre.aws.Secrets;
import callcentre.aws.Variable;
import callcentre.functions.authorizer.keys.HttpKeySource;
import callcentre.functions.authorizer.keys.KeySetCache;
import callcentre.functions.authorizer.keys.PublishedKeys;
import callcentre.functions.authorizer.keys.SharedSecretKeys;
import callcentre.functions.authorizer.keys.VerificationKeys;
import callcentre.functions.authorizer.people.People;
import callcentre.functions.authorizer.people.Person;
import callcentre.functions.authorizer.tokens.RejectedTokenException;
import callcentre.functions.authorizer.tokens.TokenRules;
import callcentre.functions.authorizer.tokens.TokenVerifier;
import callcentre.storage.Tables;
import callcentre.storage.database.Database;
import callcentre.storage.people.UserRepository;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** From a token to a person: the parts put together for a stage. */
final class Authorizer {

  private final TokenVerifier tokens;
  private final People people;

  private Authorizer(TokenVerifier tokens, People people) {
    this.tokens = tokens;
    this.people = people;
  }

  /**
   * The authorizer of a stage. It reads variables only: no secret, no table, no key.
   *
   * @throws callcentre.aws.ConfigurationException when a variable is missing or malformed
   */
  static Authorizer of(Environment environment, AwsClients clients, InstantSource clock) {
    VerificationKeys keys = keys(environment, clients, clock);
    return of(keys, TokenRules.of(environment), environment, clients, clock);
  }

  /** As {@link #of(Environment, AwsClients, InstantSource)}, with other keys. */
  static Authorizer of(
      VerificationKeys keys,
      TokenRules rules,
      Environment environment,
      AwsClients clients,
      InstantSource clock) {
    Database database =
        new Database(clients::dynamoDb, () -> new Tables(environment.require(Variable.STAGE)));
    return new Authorizer(
        new TokenVerifier(keys, rules, clock),
        new People(new UserRepository(database), environment, clock));
  }

  /**
   * The person that a token stands for.
   *
   * @throws RejectedTokenException when the token is not good
   */
  Person authorize(String token) throws RejectedTokenException {
    return people.find(tokens.verify(token));
  }

  private static VerificationKeys keys(
      Environment environment, AwsClients clients, InstantSource clock) {
    Optional<String> address = environment.find(Variable.JWT_JWKS_URL);
    Optional<String> secretId = environment.find(Variable.JWT_HS256_SECRET_ID);
    if (address.isPresent() && secretId.isPresent()) {
      throw InvalidConfigurationException.variable(
          Variable.JWT_JWKS_URL,
          address.get(),
          "empty while JWT_HS256_SECRET_ID is set: a stage accepts exactly one mode");
    }
    if (address.isPresent()) {
      return new PublishedKeys(new KeySetCache(new HttpKeySource(address.get()), clock));
    }
    return secretId
        .map(id -> new SharedSecretKeys(new Secrets(clients::secretsManager, clock), id))
        .orElseThrow(
            () ->
                new MissingConfigurationException(
                    List.of(Variable.JWT_JWKS_URL.name(), Variable.JWT_HS256_SECRET_ID.name())));
  }
}
