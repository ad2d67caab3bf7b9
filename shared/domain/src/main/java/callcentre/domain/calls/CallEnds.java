package callcentre.domain.calls;

import callcentre.domain.phone.PhoneNumber;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The two ends of a call as webhooks name them (MightyCall reference 4.3): incoming client to
 * business number; outgoing and call-back business number to client; a widget's call-back widget to
 * business number; internal colleague to colleague.
 *
 * @param client the end that is not ours; empty for internal calls
 */
public record CallEnds(Party from, Party to, Optional<Party> client) {

  static CallEnds of(
      Direction direction, Party caller, List<Leg> legs, Optional<PhoneNumber> businessNumber) {
    Party called = called(legs);
    Party business =
        businessNumber
            .map(number -> Party.number(number, Optional.empty()))
            .orElse(Party.anonymous(Optional.empty()));
    return switch (direction) {
      case INCOMING ->
          new CallEnds(caller, business.isKnown() ? business : called, Optional.of(caller));
      case OUTGOING -> {
        Stream<Party> dialled = legs.stream().map(Leg::party);
        Party client =
            outside(Stream.concat(Stream.of(called), dialled), business).orElse(stranger(called));
        yield new CallEnds(business.isKnown() ? business : caller, client, Optional.of(client));
      }
      case CALLBACK -> callback(caller, legs, called, business);
      case INTERNAL -> new CallEnds(caller, called, Optional.empty());
      case UNKNOWN ->
          new CallEnds(
              caller,
              called.isKnown() ? called : business,
              outside(Stream.of(caller, called), business));
    };
  }

  private static CallEnds callback(Party caller, List<Leg> legs, Party called, Party business) {
    Party client =
        outside(Stream.concat(Stream.of(caller), legs.stream().map(Leg::party)), business)
            .orElse(stranger(caller, called));
    return client.kind() == PartyKind.WIDGET
        ? new CallEnds(client, business, Optional.of(client))
        : new CallEnds(business, client, Optional.of(client));
  }

  /** Who was reached, else who was dialled first. */
  private static Party called(List<Leg> legs) {
    return legs.stream()
        .filter(Leg::first)
        .findFirst()
        .or(() -> legs.stream().filter(Leg::connected).findFirst())
        .or(() -> legs.stream().findFirst())
        .map(Leg::party)
        .orElse(Party.anonymous(Optional.empty()));
  }

  /** Where no client is named: whoever is no colleague. */
  private static Party stranger(Party... parties) {
    return Stream.of(parties)
        .filter(party -> !party.isColleague())
        .findFirst()
        .orElse(Party.anonymous(Optional.empty()));
  }

  private static Optional<Party> outside(Stream<Party> parties, Party business) {
    return parties
        .filter(party -> party.isKnown() && !party.isColleague())
        .filter(party -> !party.value().equals(business.value()))
        .findFirst();
  }
}
