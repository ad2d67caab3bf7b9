/**
 * Recordings and voicemails, played by ticket and in ranges. A REST API of its own: with the binary
 * media type {@code *&#47;*} every body of an API arrives in base64 (design: Layout).
 */
@org.jspecify.annotations.NullMarked
package callcentre.functions.audio;
