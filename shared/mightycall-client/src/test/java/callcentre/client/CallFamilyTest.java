package callcentre.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import callcentre.client.calls.CallDirection;
import callcentre.client.calls.CallEntry;
import callcentre.client.calls.CallListFilter;
import callcentre.client.calls.CallListPage;
import callcentre.client.calls.CallListQuery;
import callcentre.client.calls.CallParty;
import callcentre.client.calls.CallState;
import callcentre.client.calls.NewCall;
import callcentre.client.error.ErrorKind;
import callcentre.client.error.MightyCallException;
import callcentre.client.json.UnreadableRow;
import callcentre.cloud.Cloud;
import callcentre.cloud.CloudExtension;
import callcentre.domain.phone.PhoneNumber;
import callcentre.simulator.faults.Fault;
import callcentre.simulator.faults.FaultKind;
import callcentre.simulator.faults.FaultMatch;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code /calls} in the words of the reference's samples. */
@ExtendWith(CloudExtension.class)
class CallFamilyTest {

  private static final String CALLS = "/v4/api/calls";
  private static final String MAKE = "/v4/api/calls/makecall";
  private static final String ID = "3f0d6a1e-52b7-4c9a-9e14-7b8a2c6d1f05";
  private static final Instant START = Instant.parse("2026-09-14T00:00:00Z");
  private static final CallListQuery DAY =
      CallListQuery.of(START, Instant.parse("2026-09-15T00:00:00Z"), 100);
  private static final NewCall NEW_CALL =
      new NewCall(PhoneNumber.parse("+12125550147"), "+13475550123");

  private final ClientHarness harness;
  private final MightyCallClient client;

  CallFamilyTest(Cloud cloud) {
    harness = new ClientHarness(cloud);
    client = harness.process().account();
  }

  @AfterEach
  void stop() {
    harness.close();
  }

  @Test
  void everyFieldOfACallIsRead() {
    answer("GET", CALLS, 200, Samples.read("calls-list-200"));

    CallListPage page = client.calls().list(DAY, harness.context());

    assertThat(page.total()).isEqualTo(3);
    assertThat(page.rows().unreadable()).isEmpty();
    CallEntry outgoing = page.rows().read().getFirst();
    assertThat(outgoing.id()).isEqualTo(ID);
    assertThat(outgoing.caller().orElseThrow().extension()).contains("101");
    assertThat(outgoing.caller().orElseThrow().phone()).isEmpty();
    assertThat(outgoing.called()).extracting(CallParty::connected).containsExactly(true);
    assertThat(outgoing.businessNumber()).contains("+12125550147");
    assertThat(outgoing.registeredAt()).isEqualTo(Instant.parse("2026-09-14T15:02:11.482Z"));
    assertThat(outgoing.duration()).contains(Duration.ofMillis(128_400));
    assertThat(outgoing.direction().orElseThrow().is(CallDirection.OUTGOING)).isTrue();
    assertThat(outgoing.state().orElseThrow().is(CallState.CONNECTED)).isTrue();
    assertThat(outgoing.recording().orElseThrow().link()).contains("Maria%20Lopez");
    assertThat(outgoing.toString()).doesNotContain("EXAMPLE-RECORD-TOKEN");
    CallEntry rung = page.rows().read().get(1);
    assertThat(rung.called()).extracting(CallParty::connected).containsExactly(false, true);
    assertThat(rung.called().getLast().firstConnected()).contains(true);
  }

  @Test
  void aMissedCallOfZeroSecondsHasADurationOfZero() {
    answer("GET", CALLS, 200, Samples.read("calls-list-200"));

    CallEntry missed = client.calls().list(DAY, harness.context()).rows().read().getLast();

    assertThat(missed.duration()).contains(Duration.ZERO);
    assertThat(missed.recording()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"23066\"", "23066", "\"23066.0\""})
  void millisecondsAreNeverReadAsSeconds(String written) {
    answer("GET", CALLS, 200, list(row(ID, "\"duration\":" + written), 1));

    assertThat(only().duration()).contains(Duration.ofMillis(23_066));
  }

  @Test
  void anEmptyPageIsAPage() {
    answer("GET", CALLS, 200, Samples.read("calls-list-empty-200"));

    CallListPage page = client.calls().list(DAY, harness.context());

    assertThat(page.rows().sent()).isZero();
    assertThat(DAY.next(page)).isEmpty();
  }

  @Test
  void oneRowThatCannotBeReadIsToldAndTheOthersAreRead() {
    String rows =
        String.join(
            ",",
            row(ID, "\"duration\":null"),
            row("a91c7d44-0e6b-4f38-b2d5-1c3e5f708192", "\"duration\":\"00:01:04\""),
            "7",
            row("00000000-0000-0000-0000-000000000000", "\"duration\":\"0\""),
            "{\"id\":\"c2b8e6f0-71aa-4d0f-8b35-96d4e1a7c053\"}");
    answer("GET", CALLS, 200, list(rows, 5));

    CallListPage page = client.calls().list(DAY, harness.context());

    assertThat(page.rows().read()).extracting(CallEntry::id).containsExactly(ID);
    assertThat(page.rows().unreadable())
        .containsExactly(
            new UnreadableRow(
                1,
                Optional.of("a91c7d44-0e6b-4f38-b2d5-1c3e5f708192"),
                "'duration' is no number of milliseconds"),
            new UnreadableRow(2, Optional.empty(), "no object"),
            new UnreadableRow(
                3, Optional.of("00000000-0000-0000-0000-000000000000"), "no GUID 'id'"),
            new UnreadableRow(
                4, Optional.of("c2b8e6f0-71aa-4d0f-8b35-96d4e1a7c053"), "no time 'dateTimeUtc'"));
    assertThat(page.rows().sent()).isEqualTo(5);
  }

  @Test
  void everyFilterIsSentAsTheReferenceSpellsItAndNothingElseIs() {
    answer("GET", CALLS, 200, Samples.read("calls-list-empty-200"));

    client
        .calls()
        .list(
            new CallListQuery(
                    Instant.parse("2026-09-14T00:00:00.7Z"),
                    Instant.parse("2026-09-15T00:00:00.1Z"),
                    1000,
                    3000,
                    List.of(),
                    Optional.empty(),
                    Optional.empty())
                .withFilters(List.of(CallListFilter.INCOMING, CallListFilter.CALLBACK_WIDGET))
                .withSearchText("a+b c")
                .withExtension("101"),
            harness.context());

    assertThat(lastQuery())
        .isEqualTo(
            "pageSize=1000&skip=3000&startUtc=2026-09-14T00%3A00%3A00"
                + "&endUtc=2026-09-15T00%3A00%3A01&callFilter=Incoming%2CCallbackWidget"
                + "&customFilter=a%2Bb%20c&extension=101");
  }

  @Test
  void pagesFollowEachOtherBySkipUntilTheTotalIsReached() {
    CallListQuery first = CallListQuery.of(START, START.plusSeconds(60), 2);
    answer("GET", CALLS, 200, list(row(ID, "\"x\":1") + ",7", 3));

    CallListQuery second = first.next(client.calls().list(first, harness.context())).orElseThrow();
    answer("GET", CALLS, 200, list(row(ID, "\"x\":1"), 3));

    assertThat(second.skip()).isEqualTo(2);
    assertThat(second.next(client.calls().list(second, harness.context()))).isEmpty();
  }

  @Test
  void aListWithoutATotalCannotBePagedAndIsAnError() {
    answer("GET", CALLS, 200, "{\"data\":{\"calls\":[]},\"isSuccess\":true}");

    assertThat(failure().kind()).isEqualTo(ErrorKind.UNEXPECTED_ANSWER);
  }

  @Test
  void anInvalidParameterIsNamedByTheProvider() {
    answer("GET", CALLS, 400, Samples.read("calls-list-400"));

    assertThat(failure().kind()).isEqualTo(ErrorKind.INVALID);
  }

  @Test
  void oneCallIsFoundWrappedOrBare() {
    String wrapped = Samples.read("calls-get-200");
    answer("GET", CALLS + "/" + ID, 200, wrapped);
    answer("GET", CALLS + "/" + ID, 200, row(ID, "\"duration\":\"5\""));

    assertThat(client.calls().find(ID, harness.context()).orElseThrow().id()).isEqualTo(ID);
    assertThat(client.calls().find(ID, harness.context()).orElseThrow().duration())
        .contains(Duration.ofMillis(5));
  }

  @Test
  void anUnknownCallIsEmptyAlthoughTheProviderSays400() {
    answer("GET", CALLS + "/" + ID, 400, Samples.read("calls-get-400-not-found"));

    assertThat(client.calls().find(ID, harness.context())).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "xxxx", "66e5d2f0c1a2d3e4f506172b", "../profile"})
  void whatIsNoCallIdCostsNoRequest(String id) {
    assertThat(client.calls().find(id, harness.context())).isEmpty();
    assertThat(harness.simulator().requests().total()).isZero();
  }

  @Test
  void aNewCallIsReadWithItsNulls() {
    answer("POST", MAKE, 200, Samples.read("calls-makecall-200"));

    CallEntry call = client.calls().makeCall(NEW_CALL, harness.context());

    assertThat(call.registeredAt()).isEqualTo(Instant.parse("2026-09-14T15:02:10.284835800Z"));
    assertThat(call.duration()).isEmpty();
    assertThat(call.state()).isEmpty();
    assertThat(call.called().getFirst().phone()).contains("+13475550123");
  }

  @ParameterizedTest
  @EnumSource(names = {"DROP", "DROP_AFTER", "ERROR_AFTER", "HTML", "MALFORMED", "EMPTY"})
  void makecallIsNeverRepeated(FaultKind kind) {
    harness.simulator().add(Fault.of(kind, FaultMatch.at("POST", MAKE)));

    assertThatThrownBy(() -> client.calls().makeCall(NEW_CALL, harness.context()))
        .isInstanceOf(MightyCallException.class);
    assertThat(requests("POST", MAKE)).isEqualTo(1);
  }

  @Test
  void aRefusedNumberIsNamedByTheProvider() {
    answer("POST", MAKE, 400, Samples.read("calls-makecall-400"));

    MightyCallException refused =
        catchThrowableOfType(
            MightyCallException.class, () -> client.calls().makeCall(NEW_CALL, harness.context()));

    assertThat(refused.kind()).isEqualTo(ErrorKind.INVALID);
    assertThat(refused.modelState()).containsKey("model.From");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "1", "call me", "+", "1234567890123456"})
  void whatCannotBeCalledIsRefusedBeforeTheProviderIsAsked(String to) {
    assertThatThrownBy(() -> new NewCall(PhoneNumber.parse("+12125550147"), to))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private CallEntry only() {
    return client.calls().list(DAY, harness.context()).rows().read().getFirst();
  }

  private static String row(String id, String more) {
    return "{\"id\":\"%s\",\"dateTimeUtc\":\"2026-09-14T15:02:11.482+00:00\",%s}"
        .formatted(id, more);
  }

  private static String list(String rows, int total) {
    return "{\"data\":{\"calls\":[%s],\"total\":%d},\"isSuccess\":true}".formatted(rows, total);
  }

  private MightyCallException failure() {
    return catchThrowableOfType(
        MightyCallException.class, () -> client.calls().list(DAY, harness.context()));
  }

  private String lastQuery() {
    return harness.simulator().requests().records().getLast().query();
  }

  private long requests(String method, String path) {
    return harness.simulator().requests().records().stream()
        .filter(request -> request.method().equals(method) && request.path().equals(path))
        .count();
  }

  private void answer(String method, String path, int status, String body) {
    harness
        .simulator()
        .add(Fault.status(status, FaultMatch.at(method, path).times(1)).withBody(body));
  }
}
