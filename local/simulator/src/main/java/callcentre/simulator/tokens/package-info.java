/** Access and refresh tokens. */
@org.jspecify.annotations.NullMarked
package callcentre.simulator.tokens;
