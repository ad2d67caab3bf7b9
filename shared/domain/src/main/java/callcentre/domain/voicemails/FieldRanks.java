package callcentre.domain.voicemails;

import static callcentre.domain.voicemails.VoicemailSource.ABSENCE;
import static callcentre.domain.voicemails.VoicemailSource.JOURNAL;
import static callcentre.domain.voicemails.VoicemailSource.READ_EDIT;
import static callcentre.domain.voicemails.VoicemailSource.REMOVAL_EDIT;
import static callcentre.domain.voicemails.VoicemailSource.VOICEMAILS;

import callcentre.domain.evidence.RankTable;
import java.util.Set;

/** Whom a row believes, field by field: the one table of it. */
final class FieldRanks {

  static final RankTable<VoicemailField, VoicemailSource> TABLE =
      new RankTable<VoicemailField, VoicemailSource>()
          .believing(VoicemailField.FROM, Set.of(JOURNAL), Set.of(VOICEMAILS))
          .believing(VoicemailField.TO, Set.of(JOURNAL), Set.of(VOICEMAILS))
          // Only the journal names the extension.
          .believing(VoicemailField.ASSIGNED, Set.of(JOURNAL), Set.of(VOICEMAILS))
          // The journal has the start of the call, not of the voicemail.
          .believing(VoicemailField.RECEIVED, Set.of(VOICEMAILS), Set.of(JOURNAL))
          .believing(VoicemailField.READ, Set.of(VOICEMAILS, JOURNAL, READ_EDIT))
          .believing(VoicemailField.TRANSCRIPTION, Set.of(JOURNAL, REMOVAL_EDIT))
          .believing(VoicemailField.RECORDING, Set.of(VOICEMAILS, JOURNAL))
          .believing(VoicemailField.REMOVED, Set.of(VOICEMAILS, JOURNAL, ABSENCE, REMOVAL_EDIT));

  private FieldRanks() {}
}
