package callcentre.cloud.websocket;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * The request that asks for a connection.
 *
 * @param headers by name as sent
 * @param query decoded parameters
 * @param host the header, which events name as domain
 */
record Handshake(
    String connectionId,
    Instant at,
    Map<String, List<String>> headers,
    Map<String, List<String>> query,
    String host,
    String sourceIp,
    String userAgent) {}
