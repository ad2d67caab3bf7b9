package callcentre.functions.authorizer;

import callcentre.aws.AwsClients;
import callcentre.aws.Environment;
import callcentre.aws.Variable;
import callcentre.cloud.Cloud;
import callcentre.cloud.TemplateTables;
import callcentre.cloud.faults.FaultInjector;
import callcentre.cloud.faults.RequestCounter;
import callcentre.domain.people.User;
import callcentre.storage.Tables;
import callcentre.storage.database.Database;
import callcentre.storage.people.UserRepository;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** A stage with the table of users, a clock that stands still, and the handler on top. */
final class Stage {

  final RequestCounter requests = new RequestCounter();
  final FaultInjector faults = new FaultInjector();
  private final String name;
  private final Cloud cloud;
  private final AwsClients clients;
  private final Map<String, String> variables = new HashMap<>();
  private Instant now = Issuer.NOW;

  Stage(Cloud cloud) {
    this.cloud = cloud;
    this.name = cloud.newStage();
    this.clients = cloud.clients(requests, faults);
    TemplateTables.create(cloud, name, "users");
    TemplateTables.create(cloud, name, "organisations");
    with(Variable.STAGE, name);
    with(Variable.JWT_ISSUER, Issuer.NAME);
    with(Variable.JWT_AUDIENCE, Issuer.AUDIENCE);
  }

  Stage with(Variable variable, String value) {
    variables.put(variable.name(), value);
    return this;
  }

  /** Puts a secret of the stage and names it in a variable. */
  Stage secret(Variable variable, String json) {
    String secretId = name + "/" + variable.name();
    cloud.createSecret(secretId, json);
    return with(variable, secretId);
  }

  void user(User user) {
    users().change(user.id(), stored -> user);
  }

  UserRepository users() {
    return new UserRepository(new Database(cloud::dynamoDb, () -> new Tables(name)));
  }

  Database database() {
    return new Database(cloud::dynamoDb, () -> new Tables(name));
  }

  void at(Instant time) {
    now = time;
  }

  Environment environment() {
    return new Environment(variables);
  }

  AwsClients clients() {
    return clients;
  }

  AuthorizerHandler handler() {
    return new AuthorizerHandler(environment(), clients, () -> now);
  }
}
