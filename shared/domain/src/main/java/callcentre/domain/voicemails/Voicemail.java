package callcentre.domain.voicemails;

import callcentre.domain.calls.CallId;
import callcentre.domain.calls.Match;
import callcentre.domain.calls.Party;
import callcentre.domain.calls.Recording;
import callcentre.domain.people.Extension;
import callcentre.domain.phone.PhoneNumber;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A voicemail as people see it: a pure function of its {@link VoicemailEvidence}.
 *
 * @param from who left it
 * @param businessNumber on which number
 * @param assignedTo the colleague's name; empty when nobody has it
 * @param extension the colleague's extension, which only the journal knows
 * @param receivedAt when it was left; while only the journal is known, when its call began
 * @param duration its length where the unit is certain
 * @param unitlessDuration the figure of {@code GET /voicemails}, whose unit is not documented
 * @param callId the call in which it was left, where the provider says it
 * @param removed gone at the provider; the row stays
 */
public record Voicemail(
    VoicemailId id,
    Party from,
    Optional<PhoneNumber> businessNumber,
    Optional<String> assignedTo,
    Optional<Extension> extension,
    Instant receivedAt,
    Optional<Duration> duration,
    Optional<String> unitlessDuration,
    boolean read,
    Optional<String> transcription,
    boolean removed,
    Optional<Recording> recording,
    Optional<CallId> callId,
    List<VoicemailSource> sources,
    Match match,
    Optional<VoicemailId> journalId) {

  public Voicemail {
    sources = List.copyOf(sources);
  }

  /** The status in answers: {@code read} or {@code unread}. */
  public String status() {
    return read ? "read" : "unread";
  }

  /** Whether there is something to listen to. */
  public boolean hasAudio() {
    return !removed && recording.filter(Recording::available).isPresent();
  }

  /**
   * The journal record through which it may be marked and deleted; empty where it is not certain
   * which one that is (contract: 409 {@code ambiguous_record}).
   */
  public Optional<VoicemailId> writableJournalId() {
    return match == Match.AMBIGUOUS ? Optional.empty() : journalId;
  }

  /** The same without the recording's link, which changes from answer to answer. */
  Voicemail withoutLink() {
    return new Voicemail(
        id,
        from,
        businessNumber,
        assignedTo,
        extension,
        receivedAt,
        duration,
        unitlessDuration,
        read,
        transcription,
        removed,
        recording.map(Recording::withoutLink),
        callId,
        sources,
        match,
        journalId);
  }
}
