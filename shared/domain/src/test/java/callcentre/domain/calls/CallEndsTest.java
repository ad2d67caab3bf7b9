package callcentre.domain.calls;

import static callcentre.domain.calls.CallFacts.BUSINESS;
import static callcentre.domain.calls.CallFacts.JORDAN;
import static callcentre.domain.calls.CallFacts.MARIA;
import static callcentre.domain.calls.CallFacts.SAM;
import static callcentre.domain.calls.CallFacts.rang;
import static callcentre.domain.calls.CallFacts.talkedFirst;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import callcentre.domain.phone.InvalidPhoneNumberException;
import callcentre.domain.phone.PhoneNumber;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CallEndsTest {

  private static final Party OWN = Party.number(BUSINESS, Optional.empty());

  @Test
  void anIncomingCallGoesFromTheClientToTheBusinessNumber() {
    assertThat(ends(Direction.INCOMING, JORDAN, rang(MARIA)))
        .isEqualTo(new CallEnds(JORDAN, OWN, Optional.of(JORDAN)));
  }

  @Test
  void anOutgoingCallGoesFromTheBusinessNumberToTheClient() {
    assertThat(ends(Direction.OUTGOING, MARIA, talkedFirst(JORDAN)))
        .isEqualTo(new CallEnds(OWN, JORDAN, Optional.of(JORDAN)));
  }

  @Test
  void aColleagueWhoJoinsAnOutgoingCallIsNotItsClient() {
    assertThat(ends(Direction.OUTGOING, MARIA, rang(JORDAN), talkedFirst(SAM)).client())
        .contains(JORDAN);
  }

  @Test
  void aCallbackGoesToTheClientWhicheverEndTheFamilyPutsItAt() {
    CallEnds expected = new CallEnds(OWN, JORDAN, Optional.of(JORDAN));

    assertThat(ends(Direction.CALLBACK, JORDAN, talkedFirst(MARIA))).isEqualTo(expected);
    assertThat(ends(Direction.CALLBACK, MARIA, talkedFirst(JORDAN))).isEqualTo(expected);
  }

  @Test
  void aWidgetsCallbackComesFromTheWidget() {
    Party widget = Party.widget("Pricing page");

    assertThat(ends(Direction.CALLBACK, widget, talkedFirst(MARIA)))
        .isEqualTo(new CallEnds(widget, OWN, Optional.of(widget)));
  }

  @Test
  void anInternalCallHasNoClient() {
    assertThat(ends(Direction.INTERNAL, MARIA, talkedFirst(SAM)))
        .isEqualTo(new CallEnds(MARIA, SAM, Optional.empty()));
  }

  @Test
  void aHiddenCallerIsAnAnonymousClient() {
    Party hidden = Party.anonymous(Optional.empty());

    assertThat(ends(Direction.INCOMING, hidden, rang(MARIA)).client()).contains(hidden);
  }

  @Test
  void theCalledPartyIsWhoWasReachedBeforeWhoWasDialled() {
    assertThat(ends(Direction.INTERNAL, MARIA, rang(JORDAN), talkedFirst(SAM)).to()).isEqualTo(SAM);
  }

  @Test
  void addressesAreReadAsTheProviderWritesThem() {
    assertThat(Party.of("+13475550123", Optional.of("+13475550123")))
        .isEqualTo(Party.number(new PhoneNumber("+13475550123"), Optional.empty()));
    assertThat(Party.of("105", Optional.empty()).kind()).isEqualTo(PartyKind.EXTENSION);
    assertThat(Party.of("Anonymous", Optional.empty()).kind()).isEqualTo(PartyKind.ANONYMOUS);
    assertThat(Party.of("", Optional.empty()).kind()).isEqualTo(PartyKind.ANONYMOUS);
    assertThat(Party.of("Pricing page", Optional.empty()).kind()).isEqualTo(PartyKind.WIDGET);
  }

  @Test
  void aPartyIsWhatItsKindSays() {
    assertThatThrownBy(() -> new Party(PartyKind.NUMBER, "101", Optional.empty()))
        .isInstanceOf(InvalidPhoneNumberException.class);
    assertThatThrownBy(() -> new Party(PartyKind.EXTENSION, "+12125550147", Optional.empty()))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(Party.number(new PhoneNumber("+447911123456"), Optional.empty()).phone())
        .contains(new PhoneNumber("+447911123456"));
  }

  @Test
  void oneEndOfOursDecidesTheDirectionAgainstTheProvidersWord() {
    assertThat(decide(Direction.OUTGOING, JORDAN, OWN)).isEqualTo(Direction.INCOMING);
    assertThat(decide(Direction.INCOMING, OWN, JORDAN)).isEqualTo(Direction.OUTGOING);
    assertThat(decide(Direction.UNKNOWN, MARIA, JORDAN)).isEqualTo(Direction.OUTGOING);
    assertThat(decide(Direction.OUTGOING, MARIA, SAM)).isEqualTo(Direction.INTERNAL);
    assertThat(decide(Direction.CALLBACK, OWN, JORDAN)).isEqualTo(Direction.CALLBACK);
  }

  @Test
  void theProvidersWordDecidesWhereTheEndsDoNot() {
    Party stranger = Party.number(new PhoneNumber("+19175550188"), Optional.empty());

    assertThat(decide(Direction.INCOMING, JORDAN, stranger)).isEqualTo(Direction.INCOMING);
    assertThat(decide(Direction.UNKNOWN, JORDAN, stranger)).isEqualTo(Direction.UNKNOWN);
    assertThat(decide(Direction.INTERNAL, OWN, MARIA)).isEqualTo(Direction.INTERNAL);
  }

  private static Direction decide(Direction word, Party caller, Party called) {
    return Directions.decide(word, caller, called, BUSINESS::equals);
  }

  private static CallEnds ends(Direction direction, Party caller, Leg... legs) {
    return CallEnds.of(direction, caller, List.of(legs), Optional.of(BUSINESS));
  }
}
