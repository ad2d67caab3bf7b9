/** What people change about calls, and calls that they start; both at the provider first. */
@org.jspecify.annotations.NullMarked
package callcentre.functions.calls.writing;
