package callcentre.views;

import callcentre.domain.calls.CallId;
import callcentre.domain.ownership.NumberDirectory;
import callcentre.domain.ownership.OrganisationId;
import callcentre.domain.phone.PhoneNumber;
import callcentre.domain.voicemails.Voicemail;
import callcentre.domain.voicemails.VoicemailSource;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A voicemail as answers show it (contract: "GET …/voicemails").
 *
 * @param to the business number
 * @param dateTimeUtc the same as {@code receivedAt}, as the dashboard had it before
 * @param duration the provider's own figure, whose unit is not documented (MightyCall reference
 *     3.2)
 * @param durationSeconds its length where the unit is certain
 * @param contact null as long as no contacts are synced
 * @param orgId who owned the business number when it was left, looked up at read
 */
public record VoicemailView(
    String id,
    Optional<PhoneNumber> from,
    Optional<PhoneNumber> to,
    PartyView fromParty,
    Optional<String> assignedTo,
    @JsonProperty("dateTimeUtc") Instant dateTimeUtc,
    Instant receivedAt,
    Optional<String> duration,
    Optional<Double> durationSeconds,
    String status,
    Optional<String> transcription,
    boolean hasAudio,
    Optional<String> contact,
    @JsonProperty("orgId") Optional<OrganisationId> orgId,
    boolean removed,
    Optional<String> callId,
    List<String> sources,
    String match) {

  /** The voicemail, with its owner as the directory knows it. */
  public static VoicemailView of(Voicemail voicemail, NumberDirectory owners) {
    return new VoicemailView(
        voicemail.id().value(),
        voicemail.from().phone(),
        voicemail.businessNumber(),
        PartyView.of(voicemail.from()),
        voicemail.assignedTo(),
        voicemail.receivedAt(),
        voicemail.receivedAt(),
        voicemail.unitlessDuration(),
        voicemail.duration().map(VoicemailView::seconds),
        voicemail.status(),
        voicemail.transcription(),
        voicemail.hasAudio(),
        Optional.empty(),
        voicemail.businessNumber().flatMap(to -> owners.ownerAt(to, voicemail.receivedAt())),
        voicemail.removed(),
        voicemail.callId().map(CallId::value),
        voicemail.sources().stream().map(VoicemailSource::wireName).toList(),
        voicemail.match().wireName());
  }

  private static double seconds(Duration duration) {
    return duration.toMillis() / 1_000.0;
  }
}
