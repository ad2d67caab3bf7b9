package callcentre.functions.authorizer;

import callcentre.functions.authorizer.people.Person;
import com.amazonaws.services.lambda.runtime.events.IamPolicyResponseV1;
import java.util.List;

/** The answer that lets a person reach the API. */
final class AccessPolicy {

  private AccessPolicy() {}

  /**
   * Allows every method and path of the stage: the answer is cached by token for all routes, so one
   * that covered only the asked route would refuse the next.
   *
   * @param methodArn {@code arn:aws:execute-api:region:account:api/stage/METHOD/path}
   */
  static IamPolicyResponseV1 allow(Person person, String methodArn) {
    return IamPolicyResponseV1.builder()
        .withPrincipalId(person.userId())
        .withPolicyDocument(
            IamPolicyResponseV1.PolicyDocument.builder()
                .withVersion(IamPolicyResponseV1.VERSION_2012_10_17)
                .withStatement(List.of(IamPolicyResponseV1.allowStatement(stage(methodArn))))
                .build())
        .withContext(person.context())
        .build();
  }

  private static String stage(String methodArn) {
    String[] parts = methodArn.split("/", 3);
    if (parts.length < 2) {
      throw new IllegalArgumentException("the event names no stage");
    }
    return parts[0] + "/" + parts[1] + "/*/*";
  }
}
