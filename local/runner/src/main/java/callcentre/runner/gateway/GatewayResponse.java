package callcentre.runner.gateway;

import java.util.Map;
import java.util.OptionalInt;

/**
 * A declared {@code GatewayResponses} entry.
 *
 * @param status absent: the type's own
 * @param headers name to mapping expression: {@code 'literal'}, {@code context.name} or {@code
 *     method.request.header.Name}
 * @param templates media type to body template
 */
public record GatewayResponse(
    OptionalInt status, Map<String, String> headers, Map<String, String> templates) {}
