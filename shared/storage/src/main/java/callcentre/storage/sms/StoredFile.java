package callcentre.storage.sms;

/**
 * A file of a message.
 *
 * @param base64 its bytes, as they are sent
 */
public record StoredFile(String name, String base64) {}
