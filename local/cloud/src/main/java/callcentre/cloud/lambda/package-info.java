/** Calling a handler without Lambda, as tests do. */
@org.jspecify.annotations.NullMarked
package callcentre.cloud.lambda;
