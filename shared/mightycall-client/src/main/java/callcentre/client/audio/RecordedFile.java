package callcentre.client.audio;

import callcentre.client.json.Fields;
import java.util.Optional;

/**
 * A recording as calls and voicemails name it (reference 3.10).
 *
 * @param fileName where the provider keeps it; only for people
 * @param link pre-authorised and as it was written, spaces and all; it is a secret that expires,
 *     and never a name of the recording
 */
public record RecordedFile(Optional<String> fileName, String link) {

  /** The recording in this field; empty when there is none. */
  public static Optional<RecordedFile> read(Fields fields, String name) {
    return fields
        .object(name)
        .flatMap(
            file -> file.text("uri").map(link -> new RecordedFile(file.text("fileName"), link)));
  }

  /** Without the link. */
  @Override
  public String toString() {
    return "RecordedFile[fileName=" + fileName.orElse("") + ", link=***]";
  }
}
