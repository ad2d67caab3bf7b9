package callcentre.client.journal;

import callcentre.client.json.Fields;
import java.util.Optional;

/**
 * A file of an MMS. Its link is a secret that expires.
 *
 * @param sizeBytes as the provider says
 * @param storageExpired whether the provider has thrown the file away
 */
public record JournalAttachment(
    Optional<String> fileName,
    Optional<String> link,
    Optional<Long> sizeBytes,
    boolean image,
    boolean supportedFormat,
    boolean storageExpired) {

  static JournalAttachment read(Fields fields) {
    return new JournalAttachment(
        fields.text("fileName"),
        fields.text("link"),
        fields.number("fileSize"),
        fields.flag("isImage").orElse(false),
        fields.flag("isSupportedFormat").orElse(false),
        fields.flag("isStorageExpired").orElse(false));
  }

  /** Without the link. */
  @Override
  public String toString() {
    return "JournalAttachment[fileName=" + fileName + ", sizeBytes=" + sizeBytes + ", link=***]";
  }
}
