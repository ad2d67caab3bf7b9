package callcentre.runner.gateway;

import java.util.Optional;

/**
 * One method of one resource.
 *
 * @param method an HTTP method in capitals, or {@link #ANY}
 * @param authorizer the name of the authorizer that is asked first; absent: none
 */
public record Route(String method, PathPattern path, String function, Optional<String> authorizer) {

  public static final String ANY = "ANY";
}
