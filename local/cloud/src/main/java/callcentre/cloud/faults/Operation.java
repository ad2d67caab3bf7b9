package callcentre.cloud.faults;

import java.util.Locale;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.SdkExecutionAttribute;

/** Names of operations: {@code dynamodb.GetItem}, {@code sqs.SendMessage}. */
final class Operation {

  private Operation() {}

  static String name(ExecutionAttributes attributes) {
    return service(attributes)
        + "."
        + attributes.getAttribute(SdkExecutionAttribute.OPERATION_NAME);
  }

  static String service(ExecutionAttributes attributes) {
    String service = attributes.getAttribute(SdkExecutionAttribute.SERVICE_NAME);
    return service.toLowerCase(Locale.ROOT).replace(" ", "");
  }
}
