package callcentre.simulator.routing;

/**
 * One method at one path.
 *
 * @param method in upper case
 */
public record Route(String method, PathTemplate template, Endpoint endpoint) {

  /** A route from the text of its template, such as {@code /v4/api/profile/{extension}}. */
  public static Route of(String method, String template, Endpoint endpoint) {
    return new Route(method, PathTemplate.of(template), endpoint);
  }
}
