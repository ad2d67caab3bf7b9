/**
 * An API Gateway WebSocket API inside this process: connections by the client's protocol, events as
 * AWS gives them to functions, and the management API that functions post to.
 */
@org.jspecify.annotations.NullMarked
package callcentre.cloud.websocket;
