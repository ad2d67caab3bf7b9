package callcentre.api.testing;

import callcentre.api.ApiFunction;
import callcentre.api.Priming;
import callcentre.api.router.ApiContext;
import callcentre.aws.AwsClients;
import callcentre.aws.Environment;
import callcentre.aws.Variable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A whole function under test: the real handler, router and controllers of the module, against the
 * clients it is given.
 *
 * <pre>{@code
 * try (ApiHarness api =
 *     ApiHarness.of(clients).with(Variable.STAGE, "test").bean(fixedClock).start()) {
 *   Answer answer = api.get("/api/admin/users?limit=10").as(Callers.admin()).send();
 *   assertThat(answer.status()).isEqualTo(200);
 *   assertThat(answer.json().at("/users/0/id").asText()).isEqualTo("ann");
 * }
 * }</pre>
 *
 * <p>A harness may live as long as a test class; a request carries its own caller. Beans given here
 * win over the function's own ones of the same type ({@code InstantSource}, {@code
 * RandomGenerator}, …).
 */
public final class ApiHarness implements AutoCloseable {

  private final ApiFunction function;

  private ApiHarness(ApiFunction function) {
    this.function = function;
  }

  /** A function whose tables, queues and secrets are behind these clients. */
  public static Builder of(AwsClients clients) {
    return new Builder().bean(clients);
  }

  /** A function that reaches no service. */
  public static Builder alone() {
    return new Builder();
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
    private final List<Object> beans = new ArrayList<>();

    private Builder() {}

    /** Sets an environment variable; none is set otherwise. */
    public Builder with(Variable variable, String value) {
      variables.put(variable.name(), value);
      return this;
    }

    /** Adds beans that win over the function's own. */
    public Builder bean(Object... more) {
      beans.addAll(Arrays.asList(more));
      return this;
    }

    public ApiHarness start() {
      beans.add(new Environment(variables));
      return new ApiHarness(
          new ApiFunction(ApiContext.builder().singletons(beans.toArray()).build()));
    }
  }
}
