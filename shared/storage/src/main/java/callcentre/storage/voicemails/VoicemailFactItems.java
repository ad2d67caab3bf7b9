package callcentre.storage.voicemails;

import callcentre.domain.calls.CallId;
import callcentre.domain.phone.PhoneNumber;
import callcentre.domain.voicemails.VoicemailFact;
import callcentre.domain.voicemails.VoicemailFact.Absence;
import callcentre.domain.voicemails.VoicemailFact.JournalVoicemail;
import callcentre.domain.voicemails.VoicemailFact.ListedVoicemail;
import callcentre.domain.voicemails.VoicemailFact.ReadEdit;
import callcentre.domain.voicemails.VoicemailFact.RemovalEdit;
import callcentre.domain.voicemails.VoicemailId;
import callcentre.domain.voicemails.VoicemailSource;
import callcentre.storage.calls.PartyItems;
import callcentre.storage.database.ItemReader;
import callcentre.storage.database.ItemWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** The facts of a voicemail as maps inside its row. */
final class VoicemailFactItems {

  private static final String SOURCE = "source";
  private static final String AT = "at";
  private static final String FROM = "from";
  private static final String TO = "to";
  private static final String ASSIGNED_TO = "assigned_to";
  private static final String RECEIVED = "received";
  private static final String STARTED = "started";
  private static final String DURATION = "duration";
  private static final String CALL_DURATION = "call_duration";
  private static final String READ = "read";
  private static final String RECORDING = "recording";
  private static final String CALL = "call";
  private static final String TRANSCRIPTION = "transcription";
  private static final String AVAILABLE = "available";
  private static final String TEXT_TOO = "text_too";

  private VoicemailFactItems() {}

  static ItemWriter write(VoicemailFact fact) {
    ItemWriter item =
        new ItemWriter().text(SOURCE, fact.source().wireName()).time(AT, fact.observedAt());
    return switch (fact) {
      case ListedVoicemail listed ->
          item.map(FROM, PartyItems.write(listed.from()))
              .text(TO, listed.to().map(PhoneNumber::e164))
              .text(ASSIGNED_TO, listed.assignedTo())
              .time(RECEIVED, listed.receivedAt())
              .text(DURATION, listed.unitlessDuration())
              .flag(READ, listed.read())
              .map(RECORDING, listed.recording().map(PartyItems::write));
      case JournalVoicemail journal ->
          item.text(CALL, journal.callId().map(CallId::value))
              .map(FROM, PartyItems.write(journal.from()))
              .text(TO, journal.to().map(PhoneNumber::e164))
              .map(ASSIGNED_TO, journal.assignee().map(PartyItems::write))
              .time(STARTED, journal.startedAt())
              .text(CALL_DURATION, journal.callDuration().map(Duration::toString))
              .text(DURATION, journal.duration().map(Duration::toString))
              .flag(READ, journal.read())
              .text(TRANSCRIPTION, journal.transcription())
              .map(RECORDING, journal.recording().map(PartyItems::write))
              .flag(AVAILABLE, journal.available());
      case Absence absence -> item;
      case ReadEdit edit -> item.flag(READ, edit.read());
      case RemovalEdit edit -> item.flag(TEXT_TOO, edit.textToo());
    };
  }

  static VoicemailFact read(String record, ItemReader item) {
    VoicemailId id = new VoicemailId(record);
    Instant at = item.time(AT);
    VoicemailSource source =
        item.read(SOURCE, text -> VoicemailSource.ofWireName(text).orElseThrow());
    return switch (source) {
      case VOICEMAILS -> readListed(id, item, at);
      case JOURNAL -> readJournal(id, item, at);
      case ABSENCE -> new Absence(id, at);
      case READ_EDIT -> new ReadEdit(id, item.flag(READ), at);
      case REMOVAL_EDIT -> new RemovalEdit(id, item.flag(TEXT_TOO), at);
    };
  }

  private static ListedVoicemail readListed(VoicemailId id, ItemReader item, Instant at) {
    return new ListedVoicemail(
        id,
        PartyItems.readParty(item.map(FROM)),
        PartyItems.findNumber(item, TO),
        item.findText(ASSIGNED_TO),
        item.time(RECEIVED),
        item.findText(DURATION),
        item.flag(READ),
        item.findMap(RECORDING).map(PartyItems::readRecording),
        at);
  }

  private static JournalVoicemail readJournal(VoicemailId id, ItemReader item, Instant at) {
    Optional<CallId> call = item.findText(CALL).map(CallId::new);
    return new JournalVoicemail(
        id,
        call,
        PartyItems.readParty(item.map(FROM)),
        PartyItems.findNumber(item, TO),
        item.findMap(ASSIGNED_TO).map(PartyItems::readAgent),
        item.time(STARTED),
        PartyItems.findDuration(item, CALL_DURATION),
        PartyItems.findDuration(item, DURATION),
        item.flag(READ),
        item.findText(TRANSCRIPTION),
        item.findMap(RECORDING).map(PartyItems::readRecording),
        item.flag(AVAILABLE),
        at);
  }
}
