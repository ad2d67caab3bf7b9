/** Calls as answers show them. */
@org.jspecify.annotations.NullMarked
package callcentre.functions.calls.view;
