/** Requests, answers and the HTTP server under them. */
@org.jspecify.annotations.NullMarked
package callcentre.simulator.http;
