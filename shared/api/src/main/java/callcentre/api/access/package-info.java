/** Who may call what: the principal, the roles and the one table of routes. */
@org.jspecify.annotations.NullMarked
package callcentre.api.access;
