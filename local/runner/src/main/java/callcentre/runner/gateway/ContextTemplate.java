package callcentre.runner.gateway;

import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Body templates of gateway responses: plain {@code $context.name} replacement, no VTL (AWS: "Set
 * up gateway responses"), and the mapping expressions of their headers.
 */
final class ContextTemplate {

  private static final Pattern VARIABLE =
      Pattern.compile("\\$(?:\\{context\\.([A-Za-z.]+)\\}|context\\.([A-Za-z]+(?:\\.[A-Za-z]+)*))");
  private static final String HEADER = "method.request.header.";

  private ContextTemplate() {}

  /** Unknown names become the empty string, as at API Gateway. */
  static String fill(String template, Map<String, String> context) {
    return VARIABLE.matcher(template).replaceAll(found -> replacement(found, context));
  }

  private static String replacement(MatchResult found, Map<String, String> context) {
    String name = found.group(1) != null ? found.group(1) : found.group(2);
    return Matcher.quoteReplacement(context.getOrDefault(name, ""));
  }

  /**
   * @throws IllegalArgumentException if the expression is of a kind this program does not know
   */
  static void check(String expression) {
    boolean literal =
        expression.length() >= 2 && expression.startsWith("'") && expression.endsWith("'");
    boolean mapped = expression.startsWith("context.") || expression.startsWith(HEADER);
    if (!literal && !mapped) {
      throw new IllegalArgumentException(
          "A gateway response's header value is 'literal', context.<name> or "
              + HEADER
              + "<Name>, not "
              + expression);
    }
  }

  static String evaluate(
      String expression, Map<String, String> context, Map<String, String> requestHeaders) {
    if (expression.startsWith("'")) {
      return expression.substring(1, expression.length() - 1);
    }
    return expression.startsWith(HEADER)
        ? requestHeaders.getOrDefault(expression.substring(HEADER.length()), "")
        : context.getOrDefault(expression.substring("context.".length()), "");
  }
}
