package callcentre.simulator.routing;

import callcentre.simulator.http.Request;
import java.util.Map;

/**
 * A request together with what its route read out of the path.
 *
 * @param variables decoded path variables by name
 */
public record Call(Request request, Map<String, String> variables) {

  public Call {
    variables = Map.copyOf(variables);
  }

  /** The value of a variable of this route's template. */
  public String variable(String name) {
    String value = variables.get(name);
    if (value == null) {
      throw new IllegalArgumentException("The route has no variable " + name);
    }
    return value;
  }
}
