/**
 * Tickets with which a browser plays one recording or voicemail: an {@code <audio>} element sends
 * no bearer token (contract: routes {@code …/recording/ticket} and {@code …/audio/ticket}).
 */
@org.jspecify.annotations.NullMarked
package callcentre.api.tickets;
