/** What surrounds every request: identity, CORS, headers, the gate before the router. */
@org.jspecify.annotations.NullMarked
package callcentre.api.http;
