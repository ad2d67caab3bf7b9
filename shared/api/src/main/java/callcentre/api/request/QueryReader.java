package callcentre.api.request;

import callcentre.api.problem.ApiException;
import callcentre.domain.ownership.OrganisationId;
import callcentre.domain.people.Extension;
import callcentre.domain.phone.PhoneNumber;
import callcentre.domain.validation.FieldError;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * Takes parameters from a query inside {@link QueryParameters#read}. A parameter that is wrong
 * reads as not given here and fails the whole reading at its end.
 */
public final class QueryReader {

  private static final int LONGEST_CURSOR = 2_048;
  private static final Set<String> MEANINGLESS =
      Set.of("t", "ts", "timestamp", "nocache", "cache_bust", "user_id");

  private final Map<String, List<String>> values;
  private final List<FieldError> errors;
  private final Set<String> read = new HashSet<>();

  QueryReader(Map<String, List<String>> values, List<FieldError> errors) {
    this.values = values;
    this.errors = errors;
  }

  /**
   * A value of any type.
   *
   * @param name in either spelling; the one that errors name
   * @param parse makes the value, or throws {@link IllegalArgumentException} whose message says
   *     what is allowed
   */
  public <T> Optional<T> value(String name, Function<String, T> parse) {
    Set<T> distinct = new LinkedHashSet<>();
    boolean malformed = false;
    for (String written : written(name)) {
      try {
        distinct.add(parse.apply(written));
      } catch (IllegalArgumentException refused) {
        malformed = true;
        error(name, String.valueOf(refused.getMessage()));
      }
    }
    if (distinct.size() > 1) {
      error(name, "is given twice with different values");
      return Optional.empty();
    }
    return malformed ? Optional.empty() : distinct.stream().findFirst();
  }

  /**
   * Text as it is.
   *
   * @param longest characters
   */
  public Optional<String> text(String name, int longest) {
    return value(name, written -> Parse.text(written, longest));
  }

  /** {@code true} or {@code false}; false when not given. */
  public boolean flag(String name) {
    return value(name, Parse::flag).orElse(false);
  }

  /** A whole number from min to max. */
  public Optional<Integer> integer(String name, int min, int max) {
    return value(name, written -> Parse.integer(written, min, max));
  }

  /** An RFC 3339 time, for example {@code 2026-11-21T10:00:00Z}. */
  public Optional<Instant> instant(String name) {
    return value(name, Parse::instant);
  }

  /** A date, for example {@code 2026-11-21}. */
  public Optional<LocalDate> date(String name) {
    return value(name, Parse::date);
  }

  /** A telephone number in any usual notation; a leading space means {@code +}. */
  public Optional<PhoneNumber> phoneNumber(String name) {
    return value(name, PhoneNumber::parse);
  }

  /** The id of an organisation; whether the caller may know it is not decided here. */
  public Optional<OrganisationId> organisation(String name) {
    return value(name, OrganisationId::new);
  }

  public Optional<Extension> extension(String name) {
    return value(name, Extension::new);
  }

  /**
   * One of some values by their names.
   *
   * @param nameOf the name of a value in the contract
   */
  public <T> Optional<T> oneOf(String name, Collection<T> choices, Function<T, String> nameOf) {
    return value(name, written -> Parse.oneOf(written, choices, nameOf));
  }

  /**
   * Several of some values: separated by commas, or the parameter given several times.
   *
   * @param nameOf the name of a value in the contract
   * @return in the order in which they were given, each once; empty when not given
   */
  public <T> Set<T> severalOf(String name, Collection<T> choices, Function<T, String> nameOf) {
    Set<T> chosen = new LinkedHashSet<>();
    for (String written : written(name)) {
      for (String part : written.split(",", -1)) {
        try {
          chosen.add(Parse.oneOf(part.strip(), choices, nameOf));
        } catch (IllegalArgumentException refused) {
          error(name, String.valueOf(refused.getMessage()));
          return Set.of();
        }
      }
    }
    return chosen;
  }

  /** A value that must be there; refuses the request at once when it is not. */
  public <T> T required(String name, Optional<T> value) {
    if (value.isEmpty()) {
      if (errors.stream().noneMatch(known -> known.field().equals(name))) {
        error(name, "is required");
      }
      throw ApiException.invalid(errors);
    }
    return value.get();
  }

  /** Adds a mistake that only several values together show, for example an end before a start. */
  public void error(String name, String message) {
    errors.add(new FieldError(name, message));
  }

  /** {@code limit}, {@code cursor} and the legacy {@code pageSize} and {@code skip}. */
  public PageRequest page() {
    String use = "; to read further use cursor";
    Function<String, Integer> size =
        written -> Parse.integer(written, 1, PageRequest.LARGEST_LIMIT, use);
    Optional<Integer> limit = value("limit", size);
    Optional<Integer> legacy = value("pageSize", size);
    if (limit.isPresent() && legacy.isPresent() && !limit.equals(legacy)) {
      error("pageSize", "contradicts limit");
    }
    Optional<String> cursor = text("cursor", LONGEST_CURSOR);
    int skip =
        value("skip", written -> Parse.integer(written, 0, PageRequest.LARGEST_SKIP, use))
            .orElse(0);
    if (cursor.isPresent() && skip > 0) {
      error("skip", "cannot be combined with cursor");
    }
    return new PageRequest(limit.or(() -> legacy).orElse(PageRequest.DEFAULT_LIMIT), cursor, skip);
  }

  void refuseUnread() {
    for (String name : new TreeSet<>(values.keySet())) {
      String snake = Spelling.snake(name);
      if (!read.contains(snake) && !isMeaningless(name)) {
        error(
            Parse.shorten(name),
            "is not known here; known: " + String.join(", ", new TreeSet<>(read)));
      }
    }
  }

  /** Whether a parameter that no route reads may be there all the same. */
  static boolean isMeaningless(String name) {
    return name.startsWith("_") || MEANINGLESS.contains(Spelling.snake(name));
  }

  private List<String> written(String name) {
    String snake = Spelling.snake(name);
    read.add(snake);
    return values.entrySet().stream()
        .filter(entry -> Spelling.snake(entry.getKey()).equals(snake))
        .flatMap(entry -> entry.getValue().stream())
        .filter(value -> !value.isEmpty())
        .toList();
  }
}
