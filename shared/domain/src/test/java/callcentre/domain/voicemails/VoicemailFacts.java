package callcentre.domain.voicemails;

import callcentre.domain.calls.Agent;
import callcentre.domain.calls.CallId;
import callcentre.domain.calls.Party;
import callcentre.domain.calls.Recording;
import callcentre.domain.people.Extension;
import callcentre.domain.phone.PhoneNumber;
import callcentre.domain.voicemails.VoicemailFact.Absence;
import callcentre.domain.voicemails.VoicemailFact.JournalVoicemail;
import callcentre.domain.voicemails.VoicemailFact.ListedVoicemail;
import callcentre.domain.voicemails.VoicemailFact.ReadEdit;
import callcentre.domain.voicemails.VoicemailFact.RemovalEdit;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Facts about the voicemail of the provider's samples, by hand and at random. */
public final class VoicemailFacts {

  public static final VoicemailId LISTED = new VoicemailId("b7c1e2d3-0a4f-4b6c-9d8e-1f2a3b4c5d6e");
  public static final VoicemailId JOURNAL = new VoicemailId("66e5c0a1c1a2d3e4f5061729");
  public static final Instant STARTED = Instant.parse("2026-09-14T18:05:20.100Z");
  public static final Instant LEFT = Instant.parse("2026-09-14T18:05:51.620Z");
  private static final Party FROM = Party.number(new PhoneNumber("+19175550188"), Optional.empty());
  private static final Optional<PhoneNumber> TO = Optional.of(new PhoneNumber("+12125550147"));

  private VoicemailFacts() {}

  public static Instant minute(int minute) {
    return LEFT.plus(Duration.ofMinutes(minute));
  }

  public static ListedVoicemail listed(boolean read, int minute) {
    return listed(read, "https://panel.mightycall.com/1", minute);
  }

  public static ListedVoicemail listed(boolean read, String link, int minute) {
    return new ListedVoicemail(
        LISTED,
        FROM,
        TO,
        Optional.of("Maria Lopez"),
        LEFT,
        Optional.of("27"),
        read,
        Optional.of(new Recording(true, Optional.empty(), Optional.of(link))),
        minute(minute));
  }

  public static JournalVoicemail journal(boolean read, int minute) {
    return journal(read, Optional.of("Hi, please call me back."), true, minute);
  }

  public static JournalVoicemail journal(
      boolean read, Optional<String> text, boolean available, int minute) {
    return new JournalVoicemail(
        JOURNAL,
        CallId.find("d3c4b5a6-9788-4796-8a5b-4c3d2e1f0a9b"),
        FROM,
        TO,
        Optional.of(new Agent(new Extension("101"), Optional.of("Maria Lopez"))),
        STARTED,
        Optional.of(Duration.ofSeconds(41)),
        Optional.of(Duration.ofSeconds(27)),
        read,
        text,
        Optional.of(
            new Recording(available, Optional.of(Duration.ofSeconds(27)), Optional.empty())),
        available,
        minute(minute));
  }

  public static Arbitrary<VoicemailFact> about() {
    Arbitrary<Boolean> yes = Arbitraries.of(true, false);
    Arbitrary<Integer> minutes = Arbitraries.integers().between(0, 5);
    return Arbitraries.oneOf(
        Combinators.combine(yes, Arbitraries.of("https://1", "https://2"), minutes)
            .as((read, link, at) -> (VoicemailFact) listed(read, link, at)),
        Combinators.combine(yes, Arbitraries.of("Hi", "Bye").optional(), yes, minutes)
            .as(VoicemailFacts::journal),
        minutes.map(at -> new Absence(JOURNAL, minute(at))),
        Combinators.combine(yes, minutes).as((read, at) -> new ReadEdit(JOURNAL, read, minute(at))),
        Combinators.combine(yes, minutes)
            .as((text, at) -> new RemovalEdit(JOURNAL, text, minute(at))));
  }
}
