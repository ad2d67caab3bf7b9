package callcentre.functions.authorizer.people;

import callcentre.aws.Environment;
import callcentre.aws.InvalidConfigurationException;
import callcentre.aws.Variable;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The place of a claim, for example {@code app_metadata.role}. A claim whose whole name has points,
 * as namespaced ones do ({@code https://example.com/role}), is found by that name first.
 *
 * @param text as configured
 */
public record ClaimPath(String text) {

  /**
   * Where identity providers keep what users may write themselves; a right must not stand there.
   */
  private static final Set<String> WRITTEN_BY_USERS =
      Set.of("usermetadata", "rawusermetadata", "unsafemetadata", "userattributes");

  /**
   * The path that a variable holds.
   *
   * @return empty when it is not set: then no claim is trusted
   * @throws InvalidConfigurationException when it points into what users may write themselves
   */
  public static Optional<ClaimPath> of(Environment environment, Variable variable) {
    Optional<ClaimPath> path = environment.find(variable).map(ClaimPath::new);
    path.filter(ClaimPath::isWrittenByUsers)
        .ifPresent(
            refused -> {
              throw InvalidConfigurationException.variable(
                  variable,
                  refused.text(),
                  "a claim that users cannot write themselves, for example app_metadata.role");
            });
    return path;
  }

  /** The values at the path: those of a list, or the one text split at commas and blanks. */
  public List<String> values(Map<String, Object> claims) {
    @Nullable Object found = claims.containsKey(text) ? claims.get(text) : walk(claims);
    return switch (found) {
      case String one -> List.of(one.split("[, ]+", -1));
      case List<?> many ->
          many.stream().filter(String.class::isInstance).map(String.class::cast).toList();
      case null, default -> List.of();
    };
  }

  private @Nullable Object walk(Map<String, Object> claims) {
    @Nullable Object here = claims;
    for (String step : text.split("\\.", -1)) {
      here = here instanceof Map<?, ?> map ? map.get(step) : null;
    }
    return here;
  }

  private boolean isWrittenByUsers() {
    return List.of(text.split("[./]", -1)).stream()
        .map(step -> step.toLowerCase(Locale.ROOT).replace("_", "").replace("-", ""))
        .anyMatch(WRITTEN_BY_USERS::contains);
  }
}
