package callcentre.domain.voicemails;

import callcentre.domain.calls.Agent;
import callcentre.domain.calls.CallId;
import callcentre.domain.calls.Party;
import callcentre.domain.calls.Recording;
import callcentre.domain.evidence.Fact;
import callcentre.domain.phone.PhoneNumber;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Something a source said of one voicemail. */
public sealed interface VoicemailFact extends Fact<VoicemailSource> {

  /** The row that it names. */
  VoicemailId id();

  /** This fact at a fixed time and without links. */
  VoicemailFact content();

  /**
   * A voicemail of {@code GET /voicemails}.
   *
   * @param to the business number; empty when the provider's text is no number
   * @param assignedTo a name; empty when there is none
   * @param receivedAt when it was left
   * @param unitlessDuration the provider's figure, whose unit is not documented (MightyCall
   *     reference 3.2): it is kept and never taken for seconds
   */
  record ListedVoicemail(
      VoicemailId id,
      Party from,
      Optional<PhoneNumber> to,
      Optional<String> assignedTo,
      Instant receivedAt,
      Optional<String> unitlessDuration,
      boolean read,
      Optional<Recording> recording,
      Instant observedAt)
      implements VoicemailFact {

    @Override
    public VoicemailSource source() {
      return VoicemailSource.VOICEMAILS;
    }

    @Override
    public VoicemailFact content() {
      return new ListedVoicemail(
          id,
          from,
          to,
          assignedTo,
          receivedAt,
          unitlessDuration,
          read,
          recording.map(Recording::withoutLink),
          Instant.EPOCH);
    }
  }

  /**
   * A journal record of a call that left a voicemail.
   *
   * @param callId the call's GUID; empty when the record has zeros there
   * @param startedAt when the call began
   * @param callDuration how long the call took, greeting and voicemail; empty when not said
   * @param duration how long the voicemail is; empty when not said
   * @param transcription empty when there is none
   * @param available whether the provider still has the voicemail; a record without it marks the
   *     row removed and leaves what was known of it
   */
  record JournalVoicemail(
      VoicemailId id,
      Optional<CallId> callId,
      Party from,
      Optional<PhoneNumber> to,
      Optional<Agent> assignee,
      Instant startedAt,
      Optional<Duration> callDuration,
      Optional<Duration> duration,
      boolean read,
      Optional<String> transcription,
      Optional<Recording> recording,
      boolean available,
      Instant observedAt)
      implements VoicemailFact {

    public JournalVoicemail {
      if (!id.isJournal()) {
        throw new IllegalArgumentException("a journal record has a journal id, not " + id);
      }
    }

    @Override
    public VoicemailSource source() {
      return VoicemailSource.JOURNAL;
    }

    /** A record whose voicemail is gone knows less than the one before. */
    @Override
    public boolean settled() {
      return available;
    }

    @Override
    public VoicemailFact content() {
      return new JournalVoicemail(
          id,
          callId,
          from,
          to,
          assignee,
          startedAt,
          callDuration,
          duration,
          read,
          transcription,
          recording.map(Recording::withoutLink),
          available,
          Instant.EPOCH);
    }
  }

  /** The provider said that it no longer has the voicemail. */
  record Absence(VoicemailId id, Instant observedAt) implements VoicemailFact {

    @Override
    public VoicemailSource source() {
      return VoicemailSource.ABSENCE;
    }

    @Override
    public VoicemailFact content() {
      return new Absence(id, Instant.EPOCH);
    }
  }

  /** Something that a person here changed in the journal, after the provider took it. */
  sealed interface VoicemailEdit extends VoicemailFact {}

  record ReadEdit(VoicemailId id, boolean read, Instant observedAt) implements VoicemailEdit {

    @Override
    public VoicemailSource source() {
      return VoicemailSource.READ_EDIT;
    }

    @Override
    public VoicemailFact content() {
      return new ReadEdit(id, read, Instant.EPOCH);
    }
  }

  /**
   * @param textToo whether its transcription was removed as well
   */
  record RemovalEdit(VoicemailId id, boolean textToo, Instant observedAt) implements VoicemailEdit {

    @Override
    public VoicemailSource source() {
      return VoicemailSource.REMOVAL_EDIT;
    }

    @Override
    public VoicemailFact content() {
      return new RemovalEdit(id, textToo, Instant.EPOCH);
    }
  }
}
