package callcentre.client.facts;

import static org.assertj.core.api.Assertions.assertThat;

import callcentre.client.calls.CallDirection;
import callcentre.client.calls.CallEntry;
import callcentre.client.calls.CallParty;
import callcentre.client.calls.CallState;
import callcentre.client.json.ProviderWord;
import callcentre.domain.calls.Call;
import callcentre.domain.calls.CallEvidence;
import callcentre.domain.calls.CallStatus;
import callcentre.domain.calls.Direction;
import callcentre.domain.calls.PartyKind;
import callcentre.domain.people.Extension;
import callcentre.domain.phone.PhoneNumber;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rows of {@code /calls} in the words of the domain. */
class CallFactsTest {

  private static final String ID = "3f0d6a1e-52b7-4c9a-9e14-7b8a2c6d1f05";
  private static final Instant AT = Instant.parse("2026-09-14T15:02:11.482Z");
  private static final PhoneNumber OURS = PhoneNumber.parse("+12125550147");
  private static final String CLIENT = "+13475550123";

  private final CallFacts facts = new CallFacts(OURS::equals);

  @Test
  void anOutgoingCallBelongsToItsCaller() {
    Call call =
        view(
            entry(
                "Outgoing",
                "Connected",
                colleague("101", "Maria Lopez", false),
                phone(CLIENT, true)));

    assertThat(call.direction()).isEqualTo(Direction.OUTGOING);
    assertThat(call.agent().orElseThrow().extension()).isEqualTo(new Extension("101"));
    assertThat(call.client().orElseThrow().value()).isEqualTo(CLIENT);
    assertThat(call.status()).isEqualTo(CallStatus.CONNECTED);
    assertThat(call.duration()).contains(Duration.ofMillis(128_400));
  }

  @Test
  void anIncomingCallBelongsToWhoTalkedAndNotToWhoWasRungFirst() {
    Call call =
        view(
            entry(
                "Incoming",
                "Connected",
                phone(CLIENT, false),
                colleague("101", "Maria Lopez", false),
                colleague("102", "Sam Reed", true)));

    assertThat(call.direction()).isEqualTo(Direction.INCOMING);
    assertThat(call.agent().orElseThrow().extension()).isEqualTo(new Extension("102"));
  }

  @Test
  void aCallThatNobodyAnsweredBelongsToNobody() {
    Call call =
        view(
            entry(
                "Incoming",
                "Missed",
                phone(CLIENT, false),
                colleague("101", "Maria Lopez", false)));

    assertThat(call.agent()).isEmpty();
    assertThat(call.status()).isEqualTo(CallStatus.MISSED);
  }

  @ParameterizedTest
  @CsvSource({
    "Missed, MISSED", "missed, MISSED", "Connected, CONNECTED", "VoiceMail, VOICEMAIL",
    "Dropped, DROPPED", "Canceled, CANCELED", "None, UNKNOWN", "NotConnected, UNKNOWN",
    "no_answer, UNKNOWN",
  })
  void statusesAreReadByAnExactTable(String word, CallStatus status) {
    assertThat(facts.listed(entry("Incoming", word, phone(CLIENT, false)), AT).details().status())
        .isEqualTo(status);
  }

  @Test
  void colleaguesMakeAnInternalCallWhateverTheProviderCallsIt() {
    Call call =
        view(
            entry(
                "Outgoing",
                "Connected",
                colleague("101", "Maria Lopez", false),
                colleague("102", "Sam Reed", true)));

    assertThat(call.direction()).isEqualTo(Direction.INTERNAL);
    assertThat(call.client()).isEmpty();
  }

  @Test
  void aConsultedColleagueMakesNoInternalCallOfAnOutgoingOne() {
    Call call =
        view(
            entry(
                "Outgoing",
                "Connected",
                colleague("101", "Maria Lopez", false),
                colleague("102", "Sam Reed", true),
                phone(CLIENT, true)));

    assertThat(call.direction()).isEqualTo(Direction.OUTGOING);
  }

  @Test
  void ownedNumbersDecideWhereTheProvidersWordIsMissing() {
    assertThat(direction(entry(null, "Connected", phone(CLIENT, false), phone(OURS.e164(), true))))
        .isEqualTo(Direction.INCOMING);
    assertThat(direction(entry(null, "Connected", phone(OURS.e164(), false), phone(CLIENT, true))))
        .isEqualTo(Direction.OUTGOING);
  }

  @Test
  void aCallThatReachedNobodyWasForTheBusinessNumber() {
    assertThat(direction(entry(null, "Missed", phone(CLIENT, false))))
        .isEqualTo(Direction.INCOMING);
  }

  @ParameterizedTest
  @CsvSource({"Anonymous, ANONYMOUS", "Harbor Dental site, WIDGET", "101, EXTENSION"})
  void whoeverCallsIsKnownForWhatItIs(String address, PartyKind kind) {
    assertThat(
            facts
                .listed(entry("Incoming", "Missed", phone(address, false)), AT)
                .details()
                .caller()
                .kind())
        .isEqualTo(kind);
  }

  @Test
  void aCallOfOursIsItsCallersAlthoughTheAnswerHasOnlyAName() {
    CallEntry answer = entry("Outgoing", null, named("Maria Lopez"), phone(CLIENT, false));

    Call call =
        CallEvidence.of(facts.requested(answer, Optional.of(new Extension("101")), AT)).view();

    assertThat(call.agent().orElseThrow().extension()).isEqualTo(new Extension("101"));
    assertThat(call.status()).isEqualTo(CallStatus.UNKNOWN);
    assertThat(call.complete()).isFalse();
  }

  private Call view(CallEntry entry) {
    return CallEvidence.of(facts.listed(entry, AT)).view();
  }

  private Direction direction(CallEntry entry) {
    return facts.listed(entry, AT).details().direction();
  }

  private static CallEntry entry(
      @Nullable String direction, @Nullable String state, CallParty caller, CallParty... called) {
    return new CallEntry(
        ID,
        Optional.of(caller),
        List.of(called),
        Optional.of(OURS.e164()),
        AT,
        Optional.of(Duration.ofMillis(128_400)),
        Optional.ofNullable(direction).map(word -> ProviderWord.read(word, CallDirection.class)),
        Optional.ofNullable(state).map(word -> ProviderWord.read(word, CallState.class)),
        Optional.empty());
  }

  private static CallParty colleague(String extension, String name, boolean connected) {
    return new CallParty(
        Optional.of(name), Optional.of(extension), Optional.empty(), connected, Optional.empty());
  }

  private static CallParty phone(String number, boolean connected) {
    return new CallParty(
        Optional.empty(), Optional.empty(), Optional.of(number), connected, Optional.empty());
  }

  private static CallParty named(String name) {
    return new CallParty(
        Optional.of(name), Optional.empty(), Optional.empty(), false, Optional.empty());
  }
}
