package callcentre.domain.messages;

/**
 * A file of a message as the journal describes it. Its link is not kept: it changes and expires,
 * and the files are read through the journal record.
 *
 * @param sizeBytes 0 when the provider does not say
 * @param expired whether the provider no longer stores it
 */
public record Attachment(String fileName, long sizeBytes, boolean image, boolean expired) {

  public Attachment {
    if (sizeBytes < 0) {
      throw new IllegalArgumentException("a file does not have " + sizeBytes + " bytes");
    }
  }
}
