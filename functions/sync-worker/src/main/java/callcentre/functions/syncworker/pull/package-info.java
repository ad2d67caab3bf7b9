/** What every pull of a dataset has: on whose behalf, how far it came, why it ended. */
@org.jspecify.annotations.NullMarked
package callcentre.functions.syncworker.pull;
