/** The edge to Micronaut: how a request reaches a controller and its arguments. */
@org.jspecify.annotations.NullMarked
package callcentre.api.router;
