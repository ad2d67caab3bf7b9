package callcentre.client.facts;

import callcentre.client.calls.CallEntry;
import callcentre.client.calls.CallParty;
import callcentre.client.json.ProviderWord;
import callcentre.domain.calls.CallDetails;
import callcentre.domain.calls.CallFact.ListedCall;
import callcentre.domain.calls.CallFact.RequestedCall;
import callcentre.domain.calls.CallId;
import callcentre.domain.calls.CallStatus;
import callcentre.domain.calls.Direction;
import callcentre.domain.calls.Directions;
import callcentre.domain.calls.Leg;
import callcentre.domain.calls.Party;
import callcentre.domain.calls.PartyKind;
import callcentre.domain.calls.Recording;
import callcentre.domain.people.Extension;
import callcentre.domain.phone.PhoneNumber;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Facts of {@code /calls} (reference 3.1). */
public final class CallFacts {

  private final Predicate<PhoneNumber> owned;

  /**
   * @param owned whether a number is the account's own
   */
  public CallFacts(Predicate<PhoneNumber> owned) {
    this.owned = owned;
  }

  /**
   * A call of a list, or asked for by its id.
   *
   * @param observedAt when the request was begun
   */
  public ListedCall listed(CallEntry call, Instant observedAt) {
    return new ListedCall(new CallId(call.id()), details(call, caller(call)), observedAt);
  }

  /**
   * The answer to a call that we let the provider make.
   *
   * @param extension of the person who made it: the answer has only a name
   * @param observedAt when the request was begun
   */
  public RequestedCall requested(
      CallEntry call, Optional<Extension> extension, Instant observedAt) {
    Party answered = caller(call);
    Party caller =
        extension
            .filter(known -> answered.kind() == PartyKind.ANONYMOUS)
            .map(known -> Party.extension(known, answered.name()))
            .orElse(answered);
    return new RequestedCall(new CallId(call.id()), details(call, caller), observedAt);
  }

  private CallDetails details(CallEntry call, Party caller) {
    List<Leg> legs = call.called().stream().map(CallFacts::leg).toList();
    Optional<PhoneNumber> business = call.businessNumber().flatMap(PhoneNumber::find);
    Direction word =
        call.direction()
            .map(ProviderWord::written)
            .map(Direction::ofWord)
            .orElse(Direction.UNKNOWN);
    return new CallDetails(
        Directions.decide(word, caller, called(caller, legs, business), owned),
        call.state().map(ProviderWord::written).map(CallStatus::ofWord).orElse(CallStatus.UNKNOWN),
        caller,
        legs,
        business,
        call.registeredAt(),
        Optional.empty(),
        call.duration(),
        Optional.empty(),
        call.recording()
            .map(file -> new Recording(true, Optional.empty(), Optional.of(file.link()))));
  }

  /**
   * Whom the call was for. A colleague's call is internal only when no client was dialled; a
   * client's call that reached nobody was for the business number.
   */
  private static Party called(Party caller, List<Leg> legs, Optional<PhoneNumber> business) {
    boolean fromColleague = caller.kind() == PartyKind.EXTENSION;
    return legs.stream()
        .map(Leg::party)
        .filter(party -> party.kind() != PartyKind.ANONYMOUS)
        .filter(party -> (party.kind() == PartyKind.EXTENSION) != fromColleague)
        .findFirst()
        .or(
            () ->
                legs.stream()
                    .map(Leg::party)
                    .filter(party -> party.kind() != PartyKind.ANONYMOUS)
                    .findFirst())
        .or(
            () ->
                business
                    .filter(number -> !fromColleague)
                    .map(number -> Party.number(number, Optional.empty())))
        .orElseGet(() -> Party.anonymous(Optional.empty()));
  }

  private static Party caller(CallEntry call) {
    return call.caller().map(CallFacts::party).orElseGet(() -> Party.anonymous(Optional.empty()));
  }

  private static Leg leg(CallParty called) {
    return new Leg(
        party(called),
        called.connected(),
        called.connected() && called.firstConnected().orElse(false));
  }

  /** The extension says more than the phone on which it was reached. */
  private static Party party(CallParty party) {
    return party
        .extension()
        .map(String::strip)
        .flatMap(Extension::find)
        .map(extension -> Party.extension(extension, party.name()))
        .or(() -> party.phone().or(party::extension).map(text -> Party.of(text, party.name())))
        .orElseGet(() -> Party.anonymous(party.name()));
  }
}
