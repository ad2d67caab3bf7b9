@org.jspecify.annotations.NullMarked
package callcentre.functions.authorizer;
