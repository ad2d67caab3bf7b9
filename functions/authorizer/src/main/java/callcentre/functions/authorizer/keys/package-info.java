/** The keys that tokens are verified with. */
@org.jspecify.annotations.NullMarked
package callcentre.functions.authorizer.keys;
