/** The WebSocket APIs of the template. */
@org.jspecify.annotations.NullMarked
package callcentre.runner.live;
