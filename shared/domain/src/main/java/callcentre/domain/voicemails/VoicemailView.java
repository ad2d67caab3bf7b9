package callcentre.domain.voicemails;

import callcentre.domain.calls.Agent;
import callcentre.domain.calls.Match;
import callcentre.domain.calls.Party;
import callcentre.domain.calls.Recording;
import callcentre.domain.evidence.Choice;
import callcentre.domain.phone.PhoneNumber;
import callcentre.domain.voicemails.VoicemailFact.Absence;
import callcentre.domain.voicemails.VoicemailFact.JournalVoicemail;
import callcentre.domain.voicemails.VoicemailFact.ListedVoicemail;
import callcentre.domain.voicemails.VoicemailFact.ReadEdit;
import callcentre.domain.voicemails.VoicemailFact.RemovalEdit;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Computes the visible row of an evidence, each field by {@link FieldRanks}. */
final class VoicemailView {

  private final VoicemailEvidence evidence;

  private VoicemailView(VoicemailEvidence evidence) {
    this.evidence = evidence;
  }

  static Voicemail of(VoicemailEvidence evidence, boolean ambiguous) {
    if (!evidence.isDescribed()) {
      throw new IllegalStateException("nothing describes the voicemail: " + evidence.facts());
    }
    return new VoicemailView(evidence).voicemail(ambiguous);
  }

  private Voicemail voicemail(boolean ambiguous) {
    Optional<JournalVoicemail> journal = evidence.journal();
    return new Voicemail(
        evidence.id(),
        this.<Party>choice(VoicemailField.FROM)
            .by(ListedVoicemail.class, ListedVoicemail::from)
            .by(JournalVoicemail.class, JournalVoicemail::from)
            .best()
            .orElseThrow(),
        this.<PhoneNumber>choice(VoicemailField.TO)
            .byAny(ListedVoicemail.class, ListedVoicemail::to)
            .byAny(JournalVoicemail.class, JournalVoicemail::to)
            .best(),
        this.<String>choice(VoicemailField.ASSIGNED)
            .byAny(ListedVoicemail.class, ListedVoicemail::assignedTo)
            .byAny(JournalVoicemail.class, record -> record.assignee().flatMap(Agent::name))
            .best(),
        journal.flatMap(JournalVoicemail::assignee).map(Agent::extension),
        this.<Instant>choice(VoicemailField.RECEIVED)
            .by(ListedVoicemail.class, ListedVoicemail::receivedAt)
            .by(JournalVoicemail.class, JournalVoicemail::startedAt)
            .best()
            .orElseThrow(),
        journal.flatMap(JournalVoicemail::duration),
        evidence.listed().flatMap(ListedVoicemail::unitlessDuration),
        read(),
        transcription(),
        removed(),
        recording(),
        journal.flatMap(JournalVoicemail::callId),
        evidence.facts().stream().map(VoicemailFact::source).toList(),
        match(ambiguous),
        journal.map(JournalVoicemail::id));
  }

  private boolean read() {
    return this.<Boolean>choice(VoicemailField.READ)
        .by(ListedVoicemail.class, ListedVoicemail::read)
        .by(JournalVoicemail.class, JournalVoicemail::read)
        .by(ReadEdit.class, ReadEdit::read)
        .best()
        .orElse(false);
  }

  private Optional<String> transcription() {
    return this.<Optional<String>>choice(VoicemailField.TRANSCRIPTION)
        .by(JournalVoicemail.class, JournalVoicemail::transcription)
        .byAny(
            RemovalEdit.class,
            removal -> removal.textToo() ? Optional.of(Optional.empty()) : Optional.empty())
        .best()
        .flatMap(text -> text);
  }

  /** The newest link, and the length that only the journal tells, whichever was read last. */
  private Optional<Recording> recording() {
    Optional<Duration> length =
        evidence.journal().flatMap(JournalVoicemail::recording).flatMap(Recording::length);
    return this.<Recording>choice(VoicemailField.RECORDING)
        .byAny(ListedVoicemail.class, ListedVoicemail::recording)
        .byAny(JournalVoicemail.class, JournalVoicemail::recording)
        .best()
        .map(newest -> newest.orLength(length));
  }

  private boolean removed() {
    return this.<Boolean>choice(VoicemailField.REMOVED)
        .by(ListedVoicemail.class, found -> false)
        .byAny(
            JournalVoicemail.class,
            record -> record.available() ? Optional.of(false) : Optional.empty())
        .by(Absence.class, gone -> true)
        .by(RemovalEdit.class, removal -> true)
        .best()
        .orElse(false);
  }

  private Match match(boolean ambiguous) {
    if (ambiguous) {
      return Match.AMBIGUOUS;
    }
    return evidence.listed().isPresent() && evidence.journal().isPresent()
        ? Match.INFERRED
        : Match.NONE;
  }

  private <V> Choice<VoicemailField, VoicemailSource, V> choice(VoicemailField field) {
    return Choice.of(FieldRanks.TABLE, field, evidence.facts());
  }
}
