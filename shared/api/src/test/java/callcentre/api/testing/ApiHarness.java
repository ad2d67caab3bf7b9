package callcentre.api.testing;

import callcentre.api.ApiFunction;
import callcentre.api.Priming;
import callcentre.api.router.ApiContext;
import callcentre.aws.AwsClients;
import callcentre.aws.Environment;
import callcentre.aws.Variable;
import callcentre.cloud.Cloud;
import callcentre.cloud.TemplateTables;
import callcentre.cloud.faults.FaultInjector;
import callcentre.cloud.faults.RequestCounter;
import io.micronaut.context.ApplicationContext;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A whole function under test: the real handler, router and controllers of the module, against the
 * clients it is given.
 *
 * <pre>{@code
 * try (ApiHarness api = ApiHarness.in(cloud).tables("users").clock(fixedClock).start()) {
 *   api.bean(UserRepository.class).change("ann", stored -> ann);
 *   Answer answer = api.get("/api/admin/users?limit=10").as(Callers.admin()).send();
 *   assertThat(answer.status()).isEqualTo(200);
 *   assertThat(answer.json().at("/users/0/id").asText()).isEqualTo("ann");
 * }
 * }</pre>
 *
 * <p>A harness may live as long as a test class; a request carries its own caller. Beans given here
 * win over the function's own ones of the same type.
 */
public final class ApiHarness implements AutoCloseable {

  private final ApiFunction function;
  private final String stage;
  private final RequestCounter requests;
  private final FaultInjector faults;

  private ApiHarness(ApiFunction function, Builder builder) {
    this.function = function;
    this.stage = builder.stage;
    this.requests = builder.requests;
    this.faults = builder.faults;
  }

  /** A function in a stage of its own; its requests are counted and can be made to fail. */
  public static Builder in(Cloud cloud) {
    return new Builder(Optional.of(cloud));
  }

  /** A function that reaches no service. */
  public static Builder alone() {
    return new Builder(Optional.empty());
  }

  public Request get(String pathAndQuery) {
    return request("GET", pathAndQuery);
  }

  public Request post(String pathAndQuery) {
    return request("POST", pathAndQuery);
  }

  public Request put(String pathAndQuery) {
    return request("PUT", pathAndQuery);
  }

  public Request patch(String pathAndQuery) {
    return request("PATCH", pathAndQuery);
  }

  public Request delete(String pathAndQuery) {
    return request("DELETE", pathAndQuery);
  }

  public Request request(String method, String pathAndQuery) {
    return new Request(function, method, pathAndQuery);
  }

  /** Primes as before a snapshot; nothing may answer 500. */
  public Priming.Result prime() {
    return function.prime();
  }

  /** A bean of the function, for example a repository to arrange rows with. */
  public <T> T bean(Class<T> type) {
    return function.context().getBean(type);
  }

  /** The stage whose tables and secrets the function uses. */
  public String stage() {
    return stage;
  }

  /** What the function asked of AWS; reset it before what is to be counted. */
  public RequestCounter requests() {
    return requests;
  }

  /** Makes the function's requests to AWS fail. */
  public FaultInjector faults() {
    return faults;
  }

  /** The function itself, for events that no client can send. */
  public ApiFunction function() {
    return function;
  }

  @Override
  public void close() {
    function.close();
  }

  /** Collects what the function's surroundings are. */
  public static final class Builder {

    private final Map<String, String> variables = new HashMap<>();
    private final List<Consumer<ApplicationContext>> beans = new ArrayList<>();
    private final RequestCounter requests = new RequestCounter();
    private final FaultInjector faults = new FaultInjector();
    private final Optional<Cloud> cloud;
    private final String stage;

    private Builder(Optional<Cloud> cloud) {
      this.cloud = cloud;
      this.stage = cloud.map(Cloud::newStage).orElse("");
      variables.put(Variable.STAGE.name(), stage);
      cloud.ifPresent(found -> bean(AwsClients.class, found.clients(requests, faults)));
    }

    /**
     * Makes tables of the template for the stage.
     *
     * @param names without the stage, for example {@code users}
     */
    public Builder tables(String... names) {
      for (String name : names) {
        TemplateTables.create(cloud.orElseThrow(), stage, name);
      }
      return this;
    }

    /** Makes the secret from which cursors are sealed. */
    public Builder signing() {
      return secret(
          Variable.SIGNING_SECRET_ID, "signing", "{\"master\":\"" + "m".repeat(43) + "\"}");
    }

    /** Makes the secrets of an account at MightyCall, the token's without one. */
    public Builder account(String apiKey, String userKey, String host) {
      return secret(
              Variable.CREDENTIALS_SECRET_ID,
              "credentials",
              "{\"api_key\":\"%s\",\"user_key\":\"%s\",\"host\":\"%s\"}"
                  .formatted(apiKey, userKey, host))
          .secret(Variable.TOKEN_SECRET_ID, "token", "{}");
    }

    /** Makes a secret of the stage and names it in a variable. */
    public Builder secret(Variable variable, String name, String json) {
      String secretId = stage + "/" + name;
      cloud.orElseThrow().createSecret(secretId, json);
      return with(variable, secretId);
    }

    /** Sets an environment variable; none but the stage is set otherwise. */
    public Builder with(Variable variable, String value) {
      variables.put(variable.name(), value);
      return this;
    }

    /** The time that the function reads. */
    public Builder clock(InstantSource clock) {
      return bean(InstantSource.class, clock);
    }

    /**
     * Adds a bean that wins over the function's own.
     *
     * @param type as the code under test asks for it
     */
    public <T> Builder bean(Class<T> type, T bean) {
      beans.add(context -> context.registerSingleton(type, bean));
      return this;
    }

    public ApiHarness start() {
      bean(Environment.class, new Environment(variables));
      return new ApiHarness(new ApiFunction(this::container), this);
    }

    private ApplicationContext container() {
      ApplicationContext context = ApiContext.builder().build();
      beans.forEach(bean -> bean.accept(context));
      return context;
    }
  }
}
