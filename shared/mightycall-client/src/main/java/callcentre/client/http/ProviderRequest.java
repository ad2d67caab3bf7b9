package callcentre.client.http;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A request of one of the provider's methods.
 *
 * @param verb the HTTP method
 * @param template the path under the API with the names of its variables: what logs and errors
 *     show, for they must not hold numbers
 * @param path the same with values, percent-encoded
 * @param jsonBody the body of a write that has one
 * @param listOfFailures whether an error may be answered with a list of results, as {@code DELETE
 *     /phonenumbers} does (reference 2.2)
 */
public record ProviderRequest(
    Verb verb, String template, String path, Optional<String> jsonBody, boolean listOfFailures) {

  /** The HTTP methods that the provider uses. */
  public enum Verb {
    GET(true),
    PUT(false),
    POST(false),
    DELETE(false);

    private final boolean repeatable;

    Verb(boolean repeatable) {
      this.repeatable = repeatable;
    }

    /** Whether a request without an answer may be sent again (design: Retries). */
    public boolean isRepeatable() {
      return repeatable;
    }
  }

  private static final int BAD_REQUEST = 400;
  private static final Pattern VARIABLE = Pattern.compile("\\{[A-Za-z]+}");

  /**
   * A read.
   *
   * @param template for example {@code /profile/{extension}}
   * @param values one for each variable of the template, in their order
   */
  public static ProviderRequest get(String template, String... values) {
    return of(Verb.GET, template, values);
  }

  /** A write without a body; see {@link #get} for the parameters. */
  public static ProviderRequest put(String template, String... values) {
    return of(Verb.PUT, template, values);
  }

  /** A deletion that names what to delete in its body and answers with a list of results. */
  public static ProviderRequest deleteListed(String template, String jsonBody) {
    return new ProviderRequest(Verb.DELETE, template, template, Optional.of(jsonBody), true);
  }

  /** How logs and errors call it, for example {@code GET /profile/{extension}}. */
  public String operation() {
    return verb + " " + template;
  }

  /** Whether it is an answer to this request, and not an error. */
  public boolean isAnsweredBy(ProviderAnswer answer) {
    boolean toldOneByOne = listOfFailures && answer.status() == BAD_REQUEST && answer.isList();
    return answer.isSuccess() || toldOneByOne;
  }

  private static ProviderRequest of(Verb verb, String template, String... values) {
    return new ProviderRequest(verb, template, fill(template, values), Optional.empty(), false);
  }

  private static String fill(String template, String... values) {
    Matcher variables = VARIABLE.matcher(template);
    StringBuilder path = new StringBuilder();
    int next = 0;
    while (variables.find()) {
      variables.appendReplacement(path, Matcher.quoteReplacement(encode(values[next++])));
    }
    return variables.appendTail(path).toString();
  }

  private static String encode(String segment) {
    return URLEncoder.encode(segment, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
