package callcentre.client.budget;

import callcentre.aws.Environment;
import callcentre.aws.InvalidConfigurationException;
import callcentre.aws.Variable;
import callcentre.domain.budget.BudgetPolicy;
import callcentre.domain.budget.RequestClass;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Collectors;

/** Reads the budget's policy from the environment. */
public final class BudgetConfiguration {

  /** What the provider allows in 24 hours (reference 2.6). */
  private static final int DAILY_LIMIT = 2500;

  private static final int HIGHEST_LIMIT = 1_000_000;
  private static final int WHOLE_SHARE = 100;

  private BudgetConfiguration() {}

  /**
   * The policy of {@code PROVIDER_DAILY_LIMIT} (2,500 when not set), {@code PROVIDER_BUDGET_SHARE}
   * (100 percent) and {@code PROVIDER_BUDGET_FLOORS} (the design's; a class that is not named has
   * none).
   *
   * @throws InvalidConfigurationException when one of them cannot be read
   */
  public static BudgetPolicy read(Environment environment) {
    return new BudgetPolicy(
        environment.integer(Variable.PROVIDER_DAILY_LIMIT, 1, HIGHEST_LIMIT, DAILY_LIMIT),
        environment.integer(Variable.PROVIDER_BUDGET_SHARE, 1, WHOLE_SHARE, WHOLE_SHARE),
        floors(environment));
  }

  private static Map<RequestClass, Integer> floors(Environment environment) {
    Map<String, Integer> configured = environment.numbersByName(Variable.PROVIDER_BUDGET_FLOORS);
    if (configured.isEmpty()) {
      return BudgetPolicy.DEFAULT_FLOORS;
    }
    Map<RequestClass, Integer> floors = new EnumMap<>(RequestClass.class);
    configured.forEach((name, floor) -> floors.put(classOf(name), floor));
    return floors;
  }

  private static RequestClass classOf(String name) {
    return RequestClass.ofWireName(name)
        .orElseThrow(
            () ->
                InvalidConfigurationException.variable(
                    Variable.PROVIDER_BUDGET_FLOORS,
                    name,
                    "a list of class=requests with the classes "
                        + Arrays.stream(RequestClass.values())
                            .map(RequestClass::wireName)
                            .collect(Collectors.joining(", "))));
  }
}
