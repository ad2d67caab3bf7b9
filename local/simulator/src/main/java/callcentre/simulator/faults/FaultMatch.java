package callcentre.simulator.faults;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Which requests a fault befalls.
 *
 * @param method upper case, or null for every method
 * @param path a route's template, a path, or the start of paths when it ends with {@code *}, in any
 *     case; null for every path
 * @param skip how many matching requests pass before the first is hit, 0 or more
 * @param times how many are hit, 1 or more, or null for all that follow
 */
public record FaultMatch(
    @Nullable String method, @Nullable String path, int skip, @Nullable Integer times) {

  public FaultMatch {
    if (skip < 0 || (times != null && times < 1)) {
      throw new IllegalArgumentException(
          "skip is " + skip + " and times " + times + "; give skip 0 or more, times 1 or more");
    }
    method = method == null ? null : method.toUpperCase(Locale.ROOT);
  }

  /** Every request. */
  public static FaultMatch all() {
    return new FaultMatch(null, null, 0, null);
  }

  /** Every request of this method at this path. */
  public static FaultMatch at(String method, String path) {
    return new FaultMatch(method, path, 0, null);
  }

  public FaultMatch skip(int requests) {
    return new FaultMatch(method, path, requests, times);
  }

  public FaultMatch times(int requests) {
    return new FaultMatch(method, path, skip, requests);
  }

  boolean fits(String requestMethod, String requestPath, String template) {
    return (method == null || method.equals(requestMethod))
        && (path == null || fitsPath(path, requestPath, template));
  }

  private static boolean fitsPath(String wanted, String requestPath, String template) {
    if (wanted.endsWith("*")) {
      int length = wanted.length() - 1;
      return requestPath.regionMatches(true, 0, wanted, 0, length);
    }
    return wanted.equalsIgnoreCase(template) || wanted.equalsIgnoreCase(requestPath);
  }
}
