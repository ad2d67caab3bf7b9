package callcentre.simulator.families.audio;

import callcentre.simulator.history.TextMessage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * The files of MMS: those that were sent; of the made-up ones, a picture is a real one of one dot,
 * filled up to its size, and the rest is text.
 */
public final class AttachmentBytes {

  private static final byte[] ONE_DOT =
      Base64.getDecoder()
          .decode(
              "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJ"
                  + "RU5ErkJggg==");

  private AttachmentBytes() {}

  /** The file as it was sent. */
  public static byte[] of(TextMessage.Attachment attachment) {
    if (attachment.content() != null) {
      byte[] sent = new byte[attachment.content().remaining()];
      attachment.content().duplicate().get(sent);
      return sent;
    }
    if (attachment.isImage()) {
      return Arrays.copyOf(ONE_DOT, Math.max(ONE_DOT.length, attachment.sizeBytes()));
    }
    String line = attachment.fileName() + "\n";
    return line.repeat(attachment.sizeBytes() / line.length() + 1)
        .substring(0, attachment.sizeBytes())
        .getBytes(StandardCharsets.UTF_8);
  }

  /** All files of a message in one archive; the same bytes each time. */
  public static byte[] zip(TextMessage message) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (TextMessage.Attachment attachment : message.attachments()) {
        ZipEntry entry = new ZipEntry(attachment.fileName());
        entry.setTime(message.at().toEpochMilli());
        zip.putNextEntry(entry);
        zip.write(of(attachment));
        zip.closeEntry();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }
}
