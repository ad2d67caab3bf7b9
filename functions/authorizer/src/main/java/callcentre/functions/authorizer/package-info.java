/** Verifies the token of a request, finds its user, and tells the handlers who calls. */
@org.jspecify.annotations.NullMarked
package callcentre.functions.authorizer;
