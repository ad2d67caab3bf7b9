package callcentre.functions.operations;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The published document, as the build generated it. */
@Singleton
final class OpenApiDocument {

  private final String text;
  private final String tag;

  OpenApiDocument() {
    try (InputStream file = OpenApiDocument.class.getResourceAsStream("/openapi.json")) {
      if (file == null) {
        throw new IllegalStateException("the package lacks openapi.json");
      }
      byte[] bytes = file.readAllBytes();
      this.text = new String(bytes, StandardCharsets.UTF_8);
      String hash = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
      this.tag = '"' + hash.substring(0, 32) + '"';
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    } catch (NoSuchAlgorithmException missing) {
      throw new IllegalStateException("every Java platform has SHA-256", missing);
    }
  }

  String text() {
    return text;
  }

  /** With quotation marks. */
  String tag() {
    return tag;
  }
}
