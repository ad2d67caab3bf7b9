/**
 * The function {@code voicemails}: what clients left, whether it was heard, and its deletion.
 *
 * <p>It asks other services for as much as the function {@code calls} does: a list costs 3 requests
 * of DynamoDB, one voicemail 1, a change 7 and one of MightyCall.
 */
@org.jspecify.annotations.NullMarked
package callcentre.functions.voicemails;
