package callcentre.functions.voicemails;

import callcentre.domain.calls.Agent;
import callcentre.domain.calls.Party;
import callcentre.domain.calls.Recording;
import callcentre.domain.people.Extension;
import callcentre.domain.phone.PhoneNumber;
import callcentre.domain.voicemails.VoicemailFact.JournalVoicemail;
import callcentre.domain.voicemails.VoicemailFact.ListedVoicemail;
import callcentre.domain.voicemails.VoicemailId;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** What a sync would make of the provider's answers, written down for tests. */
final class Facts {

  static final PhoneNumber MAIN = new PhoneNumber("+12125550147");
  static final PhoneNumber CLIENT = new PhoneNumber("+19175550188");
  static final Instant OBSERVED = Instant.parse("2026-11-21T09:50:00Z");

  private static final Recording AUDIO =
      new Recording(
          true,
          Optional.of(Duration.ofSeconds(27)),
          Optional.of("https://panel.mightycall.com/vm.wav"));

  private Facts() {}

  static VoicemailId journalId(int number) {
    return new VoicemailId("66e5%020x".formatted(number));
  }

  static VoicemailId guid(int number) {
    return new VoicemailId("00000000-0000-4000-8000-%012x".formatted(number));
  }

  /** A journal record of a voicemail for an extension. */
  static JournalVoicemail journal(
      VoicemailId id, PhoneNumber to, String at, String extension, boolean read) {
    return new JournalVoicemail(
        id,
        Optional.empty(),
        Party.number(CLIENT, Optional.empty()),
        Optional.of(to),
        Optional.of(new Agent(new Extension(extension), Optional.of("Agent " + extension))),
        Instant.parse(at),
        Optional.of(Duration.ofSeconds(41)),
        Optional.of(Duration.ofSeconds(27)),
        read,
        Optional.of("Hi, please call me back."),
        Optional.of(AUDIO),
        true,
        OBSERVED);
  }

  static JournalVoicemail journal(int number, String at) {
    return journal(journalId(number), MAIN, at, "101", false);
  }

  /** The same as {@code GET /voicemails} has it. */
  static ListedVoicemail listed(int number, String at) {
    return new ListedVoicemail(
        guid(number),
        Party.number(CLIENT, Optional.empty()),
        Optional.of(MAIN),
        Optional.of("Maria Lopez"),
        Instant.parse(at),
        Optional.of("27"),
        false,
        Optional.of(AUDIO),
        OBSERVED);
  }
}
