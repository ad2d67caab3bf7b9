package callcentre.domain.messages.sending;

import callcentre.domain.phone.PhoneNumber;
import java.time.Instant;

/**
 * A client's newest word on whether messages from a number are welcome.
 *
 * @param stopped false once it was taken back
 * @param saidAt when the client wrote it, or a person noted it; to the millisecond
 * @param saidBy {@code message:} and the journal's id, or {@code user:} and who noted it
 */
public record OptOut(
    PhoneNumber business, PhoneNumber client, boolean stopped, Instant saidAt, String saidBy) {}
