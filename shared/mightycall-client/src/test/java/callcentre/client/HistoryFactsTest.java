package callcentre.client;

import static org.assertj.core.api.Assertions.assertThat;

import callcentre.client.calls.CallListQuery;
import callcentre.client.facts.CallFacts;
import callcentre.client.facts.JournalFacts;
import callcentre.client.facts.JournalReading;
import callcentre.client.facts.JournalReading.CallRow;
import callcentre.client.journal.JournalFilter;
import callcentre.client.journal.JournalQuery;
import callcentre.cloud.Cloud;
import callcentre.cloud.CloudExtension;
import callcentre.domain.calls.Agent;
import callcentre.domain.calls.Call;
import callcentre.domain.calls.CallDetails;
import callcentre.domain.calls.CallEvidence;
import callcentre.domain.calls.CallFact.JournalCall;
import callcentre.domain.calls.CallFact.ListedCall;
import callcentre.domain.calls.CallStatus;
import callcentre.domain.calls.Direction;
import callcentre.domain.calls.Match;
import callcentre.domain.calls.PartyKind;
import callcentre.domain.links.PairKey;
import callcentre.domain.people.Extension;
import callcentre.domain.phone.PhoneNumber;
import callcentre.simulator.history.CallDraft;
import callcentre.simulator.history.CallState;
import callcentre.simulator.history.Client;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Both families tell of the same conversations, so that their facts must agree. */
@ExtendWith(CloudExtension.class)
class HistoryFactsTest {

  private static final Instant START = Instant.parse("2026-09-14T12:00:00Z");
  private static final Instant END = START.plusSeconds(3600);
  private static final String CLIENT = "+13475550123";

  private final ClientHarness harness;
  private final MightyCallClient client;

  HistoryFactsTest(Cloud cloud) {
    harness = new ClientHarness(cloud);
    client = harness.process().account();
  }

  @BeforeEach
  void setTheClock() {
    harness.simulator().clock().setNow(Instant.parse("2026-09-20T00:00:00Z"));
  }

  @AfterEach
  void stop() {
    harness.close();
  }

  @Test
  void anAnsweredCallIsOneInBothFamilies() {
    Call call = both(CallDraft.at(START).from(CLIENT, null).rung("101").answeredBy("102"));

    assertThat(call.direction()).isEqualTo(Direction.INCOMING);
    assertThat(call.status()).isEqualTo(CallStatus.CONNECTED);
    assertThat(call.agent().map(Agent::extension)).contains(new Extension("102"));
    assertThat(call.complete()).isTrue();
    assertThat(call.match()).isEqualTo(Match.EXACT);
  }

  @Test
  void anOutgoingCallIsOneInBothFamilies() {
    Call call = both(CallDraft.at(START).outgoing("102", CLIENT));

    assertThat(call.direction()).isEqualTo(Direction.OUTGOING);
    assertThat(call.agent().map(Agent::extension)).contains(new Extension("102"));
    assertThat(call.to().value()).isEqualTo(CLIENT);
  }

  @Test
  void aMissedCallIsNobodysInBothFamilies() {
    Call call = both(CallDraft.at(START).rung("101", "102").ending(CallState.MISSED));

    assertThat(call.status()).isEqualTo(CallStatus.MISSED);
    assertThat(call.agent()).isEmpty();
    assertThat(call.connectedAt()).isEmpty();
  }

  @Test
  void anInternalCallIsOneInBothFamilies() {
    Call call = both(CallDraft.at(START).internal("101", "102"));

    assertThat(call.direction()).isEqualTo(Direction.INTERNAL);
    assertThat(call.agent().map(Agent::extension)).contains(new Extension("101"));
    assertThat(call.client()).isEmpty();
  }

  @Test
  void aCallbackAndAnAnonymousCallerAreOneInBothFamilies() {
    assertThat(both(CallDraft.at(START).callback().answeredBy("101")).direction())
        .isEqualTo(Direction.CALLBACK);
    Call hidden =
        both(CallDraft.at(START.plusSeconds(600)).with(Client.anonymous()).answeredBy("101"));
    assertThat(hidden.direction()).isEqualTo(Direction.INCOMING);
    assertThat(hidden.from().value()).isBlank();
  }

  /** The calls have no key for a widget: its name alone is no proof of what it is. */
  @Test
  void aWidgetIsKnownByTheJournalOnly() {
    Call call = both(CallDraft.at(START).with(Client.widget("Site")).callback().answeredBy("101"));

    assertThat(listed().details().caller().kind()).isEqualTo(PartyKind.ANONYMOUS);
    assertThat(call.client().orElseThrow().kind()).isEqualTo(PartyKind.WIDGET);
    assertThat(call.client().orElseThrow().value()).isEqualTo("Site");
  }

  /** Where the GUID is zero the families are joined by their pair: it must be the same one. */
  @Test
  void theFamiliesNameTheSamePair() {
    List<CallDraft> drafts =
        List.of(
            CallDraft.at(START).answeredBy("101"),
            CallDraft.at(START).outgoing("102", CLIENT).ending(CallState.NO_ANSWER),
            CallDraft.at(START).rung("101").ending(CallState.MISSED),
            CallDraft.at(START).internal("101", "102"),
            CallDraft.at(START).callback().answeredBy("101"),
            CallDraft.at(START).with(Client.anonymous()).rung("101").ending(CallState.MISSED),
            CallDraft.at(START).outgoing("101", CLIENT).answeredBy("102").consulting("103"));
    for (CallDraft draft : drafts) {
      harness.simulator().history().clear();
      harness.simulator().add(draft);

      CallDetails listed = listed().details();
      CallDetails journal = journal().details();

      assertThat(PairKey.of(journal)).as("%s", listed).isEqualTo(PairKey.of(listed));
      assertThat(journal.startedAt()).isEqualTo(listed.startedAt());
    }
  }

  private Call both(CallDraft draft) {
    harness.simulator().history().clear();
    harness.simulator().add(draft);
    Call one = CallEvidence.of(listed(), journal()).view();
    assertThat(one.startedAt()).isEqualTo(listed().details().startedAt());
    return one;
  }

  private ListedCall listed() {
    return client
        .calls()
        .list(CallListQuery.of(START, END, 10), harness.context())
        .rows()
        .read()
        .stream()
        .map(entry -> new CallFacts(owned()::contains).listed(entry, END))
        .findFirst()
        .orElseThrow();
  }

  private JournalCall journal() {
    return client
        .journal()
        .list(JournalQuery.of(JournalFilter.window(START, END), 10), harness.context())
        .rows()
        .read()
        .stream()
        .map(entry -> new JournalFacts(owned()::contains).read(entry, END))
        .flatMap(reading -> asCall(reading).stream())
        .findFirst()
        .orElseThrow();
  }

  private static Optional<JournalCall> asCall(JournalReading reading) {
    return reading instanceof CallRow row ? Optional.of(row.call()) : Optional.empty();
  }

  private Set<PhoneNumber> owned() {
    return client.phoneNumbers().list(harness.context()).numbers().stream()
        .map(number -> PhoneNumber.parse(number.number()))
        .collect(Collectors.toSet());
  }
}
