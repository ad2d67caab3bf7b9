/** What the routes about calls, voicemails and messages share. */
@org.jspecify.annotations.NullMarked
package callcentre.api.history;
