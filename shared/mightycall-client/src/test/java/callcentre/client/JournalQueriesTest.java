package callcentre.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import callcentre.client.error.ErrorKind;
import callcentre.client.error.MightyCallException;
import callcentre.client.journal.JournalFilter;
import callcentre.client.journal.JournalOrigin;
import callcentre.client.journal.JournalQuery;
import callcentre.client.journal.JournalSearch;
import callcentre.client.journal.JournalState;
import callcentre.client.journal.JournalType;
import callcentre.client.journal.JournalWorkflow;
import callcentre.cloud.Cloud;
import callcentre.cloud.CloudExtension;
import callcentre.domain.phone.PhoneNumber;
import callcentre.simulator.faults.Fault;
import callcentre.simulator.faults.FaultKind;
import callcentre.simulator.faults.FaultMatch;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is asked of the journal, and what is no answer to it. */
@ExtendWith(CloudExtension.class)
class JournalQueriesTest {

  private static final String REQUESTS = "/v4/api/journal/requests";
  private static final Instant START = Instant.parse("2026-09-14T00:00:00Z");
  private static final JournalFilter WINDOW =
      JournalFilter.window(START, Instant.parse("2026-09-15T00:00:00Z"));
  private static final JournalQuery DAY = JournalQuery.of(WINDOW, 100);

  private final ClientHarness harness;
  private final MightyCallClient client;

  JournalQueriesTest(Cloud cloud) {
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
  void everyParameterIsSentAsTheReferenceSpellsItAndTheProviderKnowsEach() {
    JournalFilter everything =
        WINDOW
            .types(List.of(JournalType.CALL, JournalType.CALLBACK_REQUEST))
            .origins(List.of(JournalOrigin.INBOUND))
            .states(List.of(JournalState.ALL))
            .outbound(List.of(JournalState.NO_ANSWER))
            .callbacks(List.of(JournalState.SCHEDULED))
            .voicemailsRead(false)
            .workflows(List.of(JournalWorkflow.OPEN))
            .userIds(List.of("6f1d2c3b-4a59-4876-9b80-1a2b3c4d5e6f"))
            .groupIds(List.of("8b3f4e5d-6c7b-4a98-9da2-3c4d5e6f7081"))
            .voicemailBoxIds(List.of("8b3f4e5d-6c7b-4a98-9da2-3c4d5e6f7082"))
            .phones(List.of(PhoneNumber.parse("+13475550123"), PhoneNumber.parse("+19175550188")))
            .email("a+b@example.com")
            .businessNumbers(List.of(PhoneNumber.parse("+12125550147")))
            .search("a & b", Optional.of(JournalSearch.VTT))
            .earliestAndLatest(START, START.plusNanos(1));
    JournalQuery query =
        new JournalQuery(everything, 2, 1000, new JournalQuery.Options(true, true, true, true));

    client.journal().list(query, harness.context());
    String listed = harness.simulator().requests().records().getLast().query();
    client.journal().count(everything, harness.context());
    String counted = harness.simulator().requests().records().getLast().query();

    assertThat(listed.split("&"))
        .containsExactlyInAnyOrder(
            "from=2026-09-14T00%3A00%3A00.000Z",
            "to=2026-09-15T00%3A00%3A00.000Z",
            "type=Call%2CCallbackRequest",
            "origin=Inbound",
            "state=All",
            "inbound=VoiceMail",
            "isRead=false",
            "outbound=NoAnswer",
            "callbacks=Scheduled",
            "wfState=Open",
            "userId=6f1d2c3b-4a59-4876-9b80-1a2b3c4d5e6f",
            "groupId=8b3f4e5d-6c7b-4a98-9da2-3c4d5e6f7081",
            "vmBoxId=8b3f4e5d-6c7b-4a98-9da2-3c4d5e6f7082",
            "phone=%2B13475550123%2C%2B19175550188",
            "email=a%2Bb%40example.com",
            "businessNumber=12125550147",
            "searchText=a%20%26%20b",
            "searchProperty=VTT",
            "earliest=2026-09-14T00%3A00%3A00.000Z",
            "latest=2026-09-14T00%3A00%3A00.001Z",
            "page=2",
            "pageSize=1000",
            "showUsers=true",
            "resolveContacts=true",
            "showExternalContacts=true",
            "reverse=true");
    assertThat(counted).doesNotContain("page", "show", "resolve", "reverse");
  }

  @Test
  void aFilterThatTheProviderDoesNotKnowIsAnErrorAndNeverAnEmptyPage() {
    answer(REQUESTS, 400, Samples.read("journal-requests-list-400"));

    assertThat(failure().kind()).isEqualTo(ErrorKind.INVALID);
  }

  @ParameterizedTest
  @EnumSource(names = {"HTML", "DROP", "ERROR_AFTER"})
  void aFailingProviderIsAnErrorAndNeverAnEmptyPage(FaultKind kind) {
    harness.simulator().add(Fault.of(kind, FaultMatch.at("GET", REQUESTS)));

    assertThat(failure().kind()).isEqualTo(ErrorKind.UNAVAILABLE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "[]", "{\"requests\":{}}", "{\"data\":{}}", "<html></html>", ""})
  void anAnswerOfAnotherShapeIsAnErrorAndNeverAnEmptyPage(String body) {
    answer(REQUESTS, 200, body);

    assertThat(failure().kind()).isEqualTo(ErrorKind.UNEXPECTED_ANSWER);
  }

  @Test
  void aPageWithoutEndIsNotReadToTheEnd() {
    answer(REQUESTS, 200, " ".repeat(9 * 1024 * 1024));

    assertThat(failure().kind()).isEqualTo(ErrorKind.UNEXPECTED_ANSWER);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1001})
  void aPageSizeThatTheProviderRefusesIsNeverSent(int pageSize) {
    assertThatThrownBy(() -> JournalQuery.of(WINDOW, pageSize))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private MightyCallException failure() {
    return catchThrowableOfType(
        MightyCallException.class, () -> client.journal().list(DAY, harness.context()));
  }

  private void answer(String path, int status, String body) {
    harness
        .simulator()
        .add(Fault.status(status, FaultMatch.at("GET", path).times(1)).withBody(body));
  }
}
