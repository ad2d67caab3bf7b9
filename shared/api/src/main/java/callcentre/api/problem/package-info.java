/** How errors become answers: one catalogue, one shape. */
@org.jspecify.annotations.NullMarked
package callcentre.api.problem;
