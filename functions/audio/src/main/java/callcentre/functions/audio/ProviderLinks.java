package callcentre.functions.audio;

import callcentre.api.tickets.AudioItem;
import callcentre.api.tickets.AudioKind;
import callcentre.client.CallContext;
import callcentre.client.MightyCallClient;
import callcentre.client.audio.RecordedFile;
import callcentre.client.journal.JournalEntry;
import callcentre.client.journal.JournalRecording;
import callcentre.client.journal.JournalVoicemail;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Asks the provider for the link of a recording: the one GET that may call MightyCall (contract:
 * Conventions). The ids are tried in their order until one has a link.
 */
@Singleton
final class ProviderLinks {

  private static final Pattern JOURNAL_ID = Pattern.compile("[0-9a-f]{24}");

  private final MightyCallClient client;

  ProviderLinks(MightyCallClient client) {
    this.client = client;
  }

  /**
   * The link that the provider gives now.
   *
   * @return empty when it knows none of the ids, or none of them has a sound
   * @throws callcentre.client.error.MightyCallException when it does not answer
   */
  Optional<String> find(AudioItem item, CallContext context) {
    for (String id : item.providerIds()) {
      Optional<String> link =
          JOURNAL_ID.matcher(id).matches()
              ? ofJournal(item.kind(), id, context)
              : ofFamily(item.kind(), id, context);
      if (link.isPresent()) {
        return link;
      }
    }
    return Optional.empty();
  }

  private Optional<String> ofFamily(AudioKind kind, String id, CallContext context) {
    Optional<RecordedFile> file =
        switch (kind) {
          case RECORDING -> client.calls().find(id, context).flatMap(call -> call.recording());
          case VOICEMAIL -> client.voicemails().find(id, context).flatMap(mail -> mail.recording());
        };
    return file.map(RecordedFile::link);
  }

  private Optional<String> ofJournal(AudioKind kind, String id, CallContext context) {
    Optional<JournalEntry> row = client.journal().find(id, context);
    Optional<JournalRecording> recording =
        switch (kind) {
          case RECORDING -> row.flatMap(JournalEntry::recording);
          case VOICEMAIL ->
              row.flatMap(JournalEntry::voicemail)
                  .flatMap(JournalVoicemail::recording)
                  .or(() -> row.flatMap(JournalEntry::recording));
        };
    return recording.flatMap(JournalRecording::link);
  }
}
