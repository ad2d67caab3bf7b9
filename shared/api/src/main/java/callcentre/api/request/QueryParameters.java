package callcentre.api.request;

import callcentre.api.problem.ApiException;
import callcentre.domain.validation.FieldError;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyRequestEvent;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * The query of a request; a controller takes it as an argument.
 *
 * <p>Names are accepted in snake case and in camel case. A parameter given twice, in whatever
 * spelling, must mean the same both times. An empty value counts as not given. A parameter that the
 * route does not read is refused: a misspelled filter would otherwise answer with more than was
 * asked for. Only names without any meaning for data are let pass: what begins with {@code _}, the
 * usual cache busters, and {@code userId}, which the earlier dashboard sent along and which the
 * token now decides.
 */
public final class QueryParameters {

  private static final Set<String> PAGING = Set.of("limit", "page_size", "cursor", "skip");

  private final Map<String, List<String>> values;

  QueryParameters(Map<String, List<String>> values) {
    this.values = values;
  }

  /** The decoded parameters of an event. */
  public static QueryParameters of(APIGatewayProxyRequestEvent event) {
    Map<String, List<String>> values = new LinkedHashMap<>();
    if (event.getQueryStringParameters() != null) {
      event.getQueryStringParameters().forEach((name, value) -> values.put(name, List.of(value)));
    }
    if (event.getMultiValueQueryStringParameters() != null) {
      event
          .getMultiValueQueryStringParameters()
          .forEach((name, all) -> values.put(name, List.copyOf(all)));
    }
    return new QueryParameters(values);
  }

  /**
   * Reads everything that a route knows, and only then says what is wrong: all mistakes at once.
   *
   * @param reading takes each parameter of the route from the reader and makes the route's filter
   * @throws ApiException 400 naming every parameter that is malformed, contradicted or unknown
   */
  public <T> T read(Function<QueryReader, T> reading) {
    List<FieldError> errors = new ArrayList<>();
    QueryReader reader = new QueryReader(values, errors);
    T read = reading.apply(reader);
    reader.refuseUnread();
    if (!errors.isEmpty()) {
      throw ApiException.invalid(errors);
    }
    return read;
  }

  /**
   * What decides which rows a list has: every parameter but those of the page, in snake case, with
   * all of its values.
   */
  Map<String, String> filters() {
    Map<String, SortedSet<String>> given = new TreeMap<>();
    values.forEach(
        (name, all) -> {
          String snake = Spelling.snake(name);
          if (!PAGING.contains(snake) && !QueryReader.isMeaningless(name)) {
            given.computeIfAbsent(snake, added -> new TreeSet<>()).addAll(all);
          }
        });
    Map<String, String> filters = new LinkedHashMap<>();
    given.forEach((name, all) -> filters.put(name, String.join(",", all)));
    filters.values().removeIf(String::isEmpty);
    return filters;
  }
}
