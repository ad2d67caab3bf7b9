package callcentre.cloud;

import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives test classes, constructors and methods the JVM's {@link Cloud} as a parameter. When the
 * chosen cloud cannot be had on this machine, the tests are skipped and the reason is reported.
 *
 * <pre>{@code
 * @ExtendWith(CloudExtension.class)
 * class LeasesTest {
 *   private final String stage;
 *
 *   LeasesTest(Cloud cloud) {
 *     stage = cloud.newStage();
 *   }
 * }
 * }</pre>
 */
public final class CloudExtension implements ParameterResolver, ExecutionCondition {

  @Override
  public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
    try {
      Cloud cloud = Cloud.shared();
      return ConditionEvaluationResult.enabled("the cloud is at " + cloud.endpoints());
    } catch (CloudUnavailableException unavailable) {
      return ConditionEvaluationResult.disabled(unavailable.getMessage());
    }
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == Cloud.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return Cloud.shared();
  }
}
