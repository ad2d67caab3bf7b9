package callcentre.runner.stack;

import callcentre.cloud.template.TemplateException;
import java.util.Locale;

/** Names and ARNs of functions. */
final class FunctionNames {

  private static final String ARN = "arn:aws:lambda:us-east-1:000000000000:function:";
  private static final String SUFFIX = "Function";

  private FunctionNames() {}

  /** {@code PhoneNumbersFunction} is {@code phone-numbers}, like its folder and its log. */
  static String of(String logicalId) {
    String stem =
        logicalId.endsWith(SUFFIX) && logicalId.length() > SUFFIX.length()
            ? logicalId.substring(0, logicalId.length() - SUFFIX.length())
            : logicalId;
    return stem.replaceAll("(?<=[a-z0-9])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
  }

  static String arn(String logicalId) {
    return ARN + of(logicalId);
  }

  /**
   * The name in a function's ARN, with or without an alias.
   *
   * @throws TemplateException if it is the ARN of something else
   */
  static String inArn(String where, String arn) {
    if (!arn.startsWith(ARN)) {
      throw new TemplateException(where, arn + " is not the ARN of a function of this template");
    }
    return arn.substring(ARN.length()).split(":", 2)[0];
  }
}
