package callcentre.client.http;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A request of one of the provider's methods.
 *
 * @param verb the HTTP method
 * @param template the path under the API with the names of its variables: what logs and errors
 *     show, for they must not hold numbers
 * @param path the same with values and query, percent-encoded
 * @param body of a write that has one
 * @param listOfFailures whether an error may be answered with a list of results, as {@code DELETE
 *     /phonenumbers} does (reference 2.2)
 */
public record ProviderRequest(
    Verb verb, String template, String path, Optional<Body> body, boolean listOfFailures) {

  /**
   * What a write carries.
   *
   * @param contentType how {@code text} is to be read
   */
  public record Body(String contentType, String text) {

    /** JSON, already written. */
    public static Body json(String json) {
      return new Body("application/json", json);
    }

    /** Raw text, as the journal wants it for comments and states (reference 0.1, 7). */
    public static Body plain(String text) {
      return new Body("text/plain; charset=utf-8", text);
    }
  }

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

  /** A write without a body; see {@link #get} for the parameters. */
  public static ProviderRequest post(String template, String... values) {
    return of(Verb.POST, template, values);
  }

  /** A deletion without a body; see {@link #get} for the parameters. */
  public static ProviderRequest delete(String template, String... values) {
    return of(Verb.DELETE, template, values);
  }

  /** A deletion that names what to delete in its body and answers with a list of results. */
  public static ProviderRequest deleteListed(String template, String jsonBody) {
    return new ProviderRequest(
        Verb.DELETE, template, template, Optional.of(Body.json(jsonBody)), true);
  }

  /** The same request with parameters, of which no log and no error tells: they hold numbers. */
  public ProviderRequest with(Query query) {
    return new ProviderRequest(verb, template, path + query.encoded(), body, listOfFailures);
  }

  /** The same request with a body. */
  public ProviderRequest with(Body sent) {
    return new ProviderRequest(verb, template, path, Optional.of(sent), listOfFailures);
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
      variables.appendReplacement(path, Matcher.quoteReplacement(Query.encode(values[next++])));
    }
    return variables.appendTail(path).toString();
  }
}
