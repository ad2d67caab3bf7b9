package callcentre.functions.voicemails;

import callcentre.domain.validation.FieldErrors;
import java.util.Optional;

/**
 * The body of {@code PATCH …/voicemails/{id}}.
 *
 * @param status {@code read} or {@code unread}
 */
record VoicemailChange(Optional<String> status) {

  VoicemailChange {
    new FieldErrors()
        .require(
            status.filter(text -> text.equals("read") || text.equals("unread")).isPresent(),
            "status",
            "must be one of read, unread")
        .throwIfAny();
  }

  boolean read() {
    return status.filter("read"::equals).isPresent();
  }
}
