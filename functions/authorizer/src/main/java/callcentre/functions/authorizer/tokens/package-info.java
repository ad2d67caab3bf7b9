/** What makes a token good. */
@org.jspecify.annotations.NullMarked
package callcentre.functions.authorizer.tokens;
