package callcentre.storage.voicemails;

import callcentre.domain.people.RowScope;
import callcentre.domain.phone.PhoneNumber;
import callcentre.domain.voicemails.Voicemail;
import java.time.Instant;
import java.util.Optional;

/**
 * Which voicemails somebody asks for. Those that are gone at the provider are left out.
 *
 * @param from the first instant at which they may have been left
 * @param to the first instant after it
 * @param read only those that are read, or only those that are not; empty for both
 * @param scope what the caller may see
 */
public record VoicemailQuery(
    Instant from,
    Instant to,
    Optional<PhoneNumber> businessNumber,
    Optional<Boolean> read,
    RowScope scope) {

  /** All voicemails of some time that the scope has. */
  public static VoicemailQuery between(Instant from, Instant to, RowScope scope) {
    return new VoicemailQuery(from, to, Optional.empty(), Optional.empty(), scope);
  }

  public VoicemailQuery withBusinessNumber(PhoneNumber number) {
    return new VoicemailQuery(from, to, Optional.of(number), read, scope);
  }

  public VoicemailQuery withRead(boolean wanted) {
    return new VoicemailQuery(from, to, businessNumber, Optional.of(wanted), scope);
  }

  /** Whether the voicemail, as it is now, is asked for and may be seen. */
  boolean matches(Voicemail voicemail) {
    return !voicemail.receivedAt().isBefore(from)
        && voicemail.receivedAt().isBefore(to)
        && !voicemail.removed()
        && (businessNumber.isEmpty() || businessNumber.equals(voicemail.businessNumber()))
        && (read.isEmpty() || read.get() == voicemail.read())
        && scope.contains(
            voicemail.businessNumber(),
            voicemail.extension().stream().toList(),
            voicemail.receivedAt());
  }
}
