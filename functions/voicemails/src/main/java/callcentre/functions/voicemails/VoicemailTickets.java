package callcentre.functions.voicemails;

import callcentre.api.access.Caller;
import callcentre.api.problem.ApiException;
import callcentre.api.tickets.AudioAddress;
import callcentre.api.tickets.AudioItem;
import callcentre.api.tickets.AudioKind;
import callcentre.api.tickets.TicketDesk;
import callcentre.domain.calls.Recording;
import callcentre.domain.voicemails.Voicemail;
import callcentre.domain.voicemails.VoicemailId;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.stream.Stream;

/** Lets people hear voicemails that they may see. */
@Singleton
final class VoicemailTickets {

  private final VisibleVoicemails voicemails;
  private final TicketDesk desk;

  VoicemailTickets(VisibleVoicemails voicemails, TicketDesk desk) {
    this.voicemails = voicemails;
    this.desk = desk;
  }

  /**
   * Where a voicemail is played. Neither written nor asked of the provider here: that happens when
   * it is played.
   *
   * @throws ApiException 404 for one that the caller may not see, or that cannot be heard any more
   */
  AudioAddress issue(String id, Caller caller) {
    Voicemail voicemail = voicemails.require(id, caller);
    if (!voicemail.hasAudio()) {
      throw ApiException.notFound("recording of the voicemail");
    }
    List<String> providerIds =
        Stream.concat(Stream.of(voicemail.id()), voicemail.journalId().stream())
            .map(VoicemailId::value)
            .distinct()
            .toList();
    AudioItem item =
        new AudioItem(
            AudioKind.VOICEMAIL,
            voicemail.id().value(),
            providerIds,
            voicemail.recording().flatMap(Recording::link));
    return desk.issue(
        caller.principal(),
        item,
        voicemail.recording().flatMap(Recording::length).or(voicemail::duration));
  }
}
