package callcentre.simulator.traffic;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is remembered of a request: never a header or a body, for they hold secrets.
 *
 * @param at when it arrived, on the simulator's clock
 * @param template the route's template, or {@code "no route"}
 * @param query the encoded query with the values of secrets masked, or ""
 * @param status of the answer, or null while there is none (under way, or dropped)
 * @param fault id of the fault that was applied, or null
 */
public record RequestRecord(
    Instant at,
    String method,
    String path,
    String template,
    String query,
    @Nullable Integer status,
    @Nullable String fault) {

  RequestRecord withStatus(int newStatus) {
    return new RequestRecord(at, method, path, template, query, newStatus, fault);
  }

  RequestRecord withFault(String faultId) {
    return new RequestRecord(at, method, path, template, query, status, faultId);
  }
}
