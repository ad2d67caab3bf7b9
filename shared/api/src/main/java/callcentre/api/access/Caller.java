package callcentre.api.access;

/**
 * A principal on a route that it may call, with how far that reaches. A controller takes it as an
 * argument instead of {@link Principal} where the answer depends on the role.
 *
 * @param access never {@link Access#NONE}: such a request does not come this far
 */
public record Caller(Principal principal, Access access, Route route) {

  /** Whether the caller sees the whole account on this route. */
  public boolean seesAll() {
    return access == Access.ALL;
  }
}
