package callcentre.views;

import callcentre.domain.calls.Party;
import callcentre.domain.calls.PartyKind;
import java.util.Optional;

/**
 * One end of a call or voicemail as answers show it (contract: "Conventions", {@code from_party}).
 *
 * @param value E.164, the extension's digits or the widget's name; null for an anonymous party
 */
public record PartyView(String kind, Optional<String> value, Optional<String> name) {

  /** The party, without what an anonymous one has not. */
  public static PartyView of(Party party) {
    Optional<String> value =
        party.kind() == PartyKind.ANONYMOUS ? Optional.empty() : Optional.of(party.value());
    return new PartyView(party.kind().wireName(), value, party.name());
  }
}
