package callcentre.client.facts;

import callcentre.client.voicemails.VoicemailEntry;
import callcentre.client.voicemails.VoicemailState;
import callcentre.domain.calls.Party;
import callcentre.domain.calls.Recording;
import callcentre.domain.phone.PhoneNumber;
import callcentre.domain.voicemails.VoicemailFact.ListedVoicemail;
import callcentre.domain.voicemails.VoicemailId;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;

/** Facts of {@code /voicemails} (reference 3.2). */
public final class VoicemailFacts {

  private VoicemailFacts() {}

  /**
   * A voicemail of a list, or asked for by its id.
   *
   * @param observedAt when the request was begun
   */
  public static ListedVoicemail listed(VoicemailEntry voicemail, Instant observedAt) {
    return new ListedVoicemail(
        new VoicemailId(voicemail.id()),
        voicemail
            .from()
            .map(from -> Party.of(from, Optional.empty()))
            .orElseGet(() -> Party.anonymous(Optional.empty())),
        voicemail.to().flatMap(PhoneNumber::find),
        voicemail.assignedTo(),
        voicemail.leftAt(),
        voicemail.durationWithoutUnit().map(BigDecimal::toPlainString),
        voicemail.state().filter(state -> state.is(VoicemailState.READ)).isPresent(),
        voicemail
            .recording()
            .map(file -> new Recording(true, Optional.empty(), Optional.of(file.link()))),
        observedAt);
  }
}
