package callcentre.api.access;

import io.micronaut.http.HttpMethod;

/**
 * One method on one path, and who may call it.
 *
 * @param path the template as API Gateway names it ({@code resource} of an event), for example
 *     {@code /api/admin/users/{userId}}
 * @param owner the one function that answers it
 */
public record Route(HttpMethod method, String path, FunctionName owner, Rule rule) {

  /** The route's name in idempotency records and logs, for example {@code PUT /api/admin/…}. */
  public String name() {
    return method + " " + path;
  }
}
