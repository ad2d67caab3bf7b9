package callcentre.functions.messages.sending;

import callcentre.domain.validation.FieldErrors;
import callcentre.storage.sms.StoredFile;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A file in the body of {@code POST …/send-sms}.
 *
 * @param name as the recipient sees it, for example {@code map.png}
 * @param data its bytes in base64, without a data URL's prefix
 */
public record AttachmentBody(Optional<String> name, Optional<String> data) {

  private static final Pattern NAME = Pattern.compile("[^\\p{Cntrl}/\\\\]{1,100}");

  public AttachmentBody {
    new FieldErrors()
        .require(
            name.filter(text -> NAME.matcher(text).matches() && !text.isBlank()).isPresent(),
            "name",
            "must be a file name of 1 to 100 characters without a path, for example map.png")
        .require(
            data.filter(text -> bytes(text) > 0).isPresent(),
            "data",
            "must be the file's bytes in base64, without a prefix such as data:image/png;base64,")
        .throwIfAny();
  }

  StoredFile file() {
    return new StoredFile(name.orElseThrow(), data.orElseThrow());
  }

  /** How many bytes the file has. */
  int bytes() {
    return bytes(data.orElseThrow());
  }

  /** 0 for what is no base64. */
  private static int bytes(String base64) {
    try {
      return Base64.getDecoder().decode(base64).length;
    } catch (IllegalArgumentException malformed) {
      return 0;
    }
  }
}
