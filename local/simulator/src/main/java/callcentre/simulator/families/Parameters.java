package callcentre.simulator.families;

import callcentre.simulator.http.Answer;
import callcentre.simulator.http.Request;
import callcentre.simulator.routing.ProviderErrors;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Query parameters as ASP.NET binds them: names and enum values in any case, unknown names ignored,
 * and every value that does not fit told in {@code modelState} (MightyCall reference 2.2).
 */
public final class Parameters {

  private final Map<String, String> values = new LinkedHashMap<>();
  private final Map<String, String> problems = new LinkedHashMap<>();

  /** The parameters of a request. */
  public Parameters(Request request) {
    request
        .queryFields()
        .forEach((name, value) -> values.putIfAbsent(name.toLowerCase(Locale.ROOT), value));
  }

  /** A text; empty when it is missing or blank. */
  public Optional<String> text(String name) {
    return Optional.ofNullable(values.get(name.toLowerCase(Locale.ROOT)))
        .filter(value -> !value.isBlank());
  }

  /** A whole number; {@code usual} when it is missing or wrong. */
  public int integer(String name, int least, int usual) {
    Optional<String> text = text(name);
    if (text.isEmpty()) {
      return usual;
    }
    try {
      int number = Integer.parseInt(text.get().strip());
      if (number < least) {
        problems.put(
            name,
            "The field "
                + pascal(name)
                + " must be between "
                + least
                + " and "
                + Integer.MAX_VALUE
                + ".");
      }
      return number;
    } catch (NumberFormatException e) {
      wrong(name, text.get());
      return usual;
    }
  }

  /** A time; {@code usual} when it is missing or wrong. */
  public Instant instant(String name, Instant usual) {
    Optional<String> text = text(name);
    if (text.isEmpty()) {
      return usual;
    }
    return Times.parse(text.get())
        .orElseGet(
            () -> {
              wrong(name, text.get());
              return usual;
            });
  }

  /** The values of a comma list that {@code known} knows; none when the parameter is missing. */
  public <T> List<T> list(String name, Function<String, Optional<T>> known) {
    List<T> items = new ArrayList<>();
    Optional<String> text = text(name);
    for (String item : text.map(list -> Arrays.asList(list.split(","))).orElse(List.of())) {
      known.apply(item.strip()).ifPresentOrElse(items::add, () -> wrong(name, text.orElse("")));
    }
    return items;
  }

  /** The answer to wrong values; empty when all fit. */
  public Optional<Answer> refusal() {
    return problems.isEmpty()
        ? Optional.empty()
        : Optional.of(ProviderErrors.modelState("The request is invalid.", problems));
  }

  private void wrong(String name, String value) {
    problems.put(name, "The value '" + value + "' is not valid for " + pascal(name) + ".");
  }

  private static String pascal(String name) {
    return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
  }
}
