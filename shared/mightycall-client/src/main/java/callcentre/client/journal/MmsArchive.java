package callcentre.client.journal;

import callcentre.client.http.ProviderAnswer;
import callcentre.client.json.Json;
import callcentre.client.json.UnreadableAnswerException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/**
 * The files of an MMS as the provider packs them: a zip archive.
 *
 * @param zip read-only, at most 8 MB
 */
public record MmsArchive(ByteBuffer zip) {

  /** Every zip archive begins so (APPNOTE.TXT 4.3.7; an empty one with 4.3.16). */
  private static final String MAGIC = "PK";

  /**
   * The archive of an answer. The documentation contradicts itself (reference 6, row 16), so the
   * bytes decide: a zip, the same in base64 with or without quotation marks, or a JSON object that
   * says nothing.
   *
   * @return empty when the answer says no more than that all is well
   * @throws UnreadableAnswerException when it is none of these
   */
  static Optional<MmsArchive> read(ProviderAnswer answer) {
    ByteBuffer content = answer.content();
    if (isZip(content)) {
      return Optional.of(new MmsArchive(content));
    }
    String text = answer.body().strip();
    if (Json.object(text).isPresent()) {
      Json.envelope(text);
      return Optional.empty();
    }
    return Optional.of(new MmsArchive(decode(unquoted(text))));
  }

  private static String unquoted(String text) {
    return text.length() > 1 && text.startsWith("\"") && text.endsWith("\"")
        ? text.substring(1, text.length() - 1)
        : text;
  }

  private static ByteBuffer decode(String base64) {
    try {
      ByteBuffer decoded = ByteBuffer.wrap(Base64.getMimeDecoder().decode(base64));
      if (isZip(decoded)) {
        return decoded.asReadOnlyBuffer();
      }
    } catch (IllegalArgumentException noBase64) {
      // Falls through: it is none of the known forms.
    }
    throw new UnreadableAnswerException("neither a zip archive nor a JSON object");
  }

  private static boolean isZip(ByteBuffer bytes) {
    byte[] magic = MAGIC.getBytes(StandardCharsets.US_ASCII);
    return bytes.remaining() > magic.length
        && bytes.slice(bytes.position(), magic.length).equals(ByteBuffer.wrap(magic));
  }
}
