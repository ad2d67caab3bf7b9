package callcentre.client;

import static org.assertj.core.api.Assertions.assertThat;

import callcentre.client.voicemails.VoicemailEntry;
import callcentre.client.voicemails.VoicemailListFilter;
import callcentre.client.voicemails.VoicemailListPage;
import callcentre.client.voicemails.VoicemailListQuery;
import callcentre.client.voicemails.VoicemailState;
import callcentre.cloud.Cloud;
import callcentre.cloud.CloudExtension;
import callcentre.simulator.faults.Fault;
import callcentre.simulator.faults.FaultMatch;
import callcentre.simulator.history.CallDraft;
import callcentre.simulator.history.PhoneCall;
import callcentre.simulator.settings.VoicemailUnit;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** {@code /voicemails} in the words of the reference's samples, and as the simulator serves it. */
@ExtendWith(CloudExtension.class)
class VoicemailFamilyTest {

  private static final String VOICEMAILS = "/v4/api/voicemails";
  private static final Instant START = Instant.parse("2026-09-14T00:00:00Z");
  private static final VoicemailListQuery DAY =
      VoicemailListQuery.of(START, Instant.parse("2026-09-15T00:00:00Z"), 2);

  private final ClientHarness harness;
  private final MightyCallClient client;

  VoicemailFamilyTest(Cloud cloud) {
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
  void everyFieldOfAVoicemailIsRead() {
    answer(200, Samples.read("voicemails-list-200"));

    VoicemailListPage page = client.voicemails().list(DAY, harness.context());

    assertThat(page.total()).isEqualTo(1);
    VoicemailEntry voicemail = page.rows().read().getFirst();
    assertThat(voicemail.id()).isEqualTo("b7c1e2d3-0a4f-4b6c-9d8e-1f2a3b4c5d6e");
    assertThat(voicemail.from()).contains("+19175550188");
    assertThat(voicemail.to()).contains("+12125550147");
    assertThat(voicemail.assignedTo()).contains("Maria Lopez");
    assertThat(voicemail.leftAt()).isEqualTo(Instant.parse("2026-09-14T18:05:51.620Z"));
    assertThat(voicemail.durationWithoutUnit()).contains(new BigDecimal("27"));
    assertThat(voicemail.state().orElseThrow().is(VoicemailState.UN_READ)).isTrue();
    assertThat(voicemail.recording().orElseThrow().link()).contains("vmrecordid");
    assertThat(voicemail.storageId()).isEmpty();
  }

  @Test
  void theUnitOfADurationIsNotGuessed() {
    PhoneCall call = voicemail(0);
    harness
        .simulator()
        .change(s -> s.withHistory(s.history().withVoicemailUnit(VoicemailUnit.MILLISECONDS)));

    assertThat(find(call).durationWithoutUnit()).contains(new BigDecimal("27000"));
  }

  @Test
  void allPagesTogetherHoldEveryVoicemailOnce() {
    for (int i = 0; i < 5; i++) {
      voicemail(i);
    }

    VoicemailListPage first = client.voicemails().list(DAY, harness.context());
    VoicemailListQuery next = DAY.next(first).orElseThrow();
    VoicemailListPage second = client.voicemails().list(next, harness.context());
    VoicemailListPage third =
        client.voicemails().list(next.next(second).orElseThrow(), harness.context());

    assertThat(first.total()).isEqualTo(5);
    assertThat(List.of(first, second, third))
        .flatExtracting(page -> page.rows().read())
        .extracting(entry -> ((VoicemailEntry) entry).id())
        .hasSize(5)
        .doesNotHaveDuplicates();
    assertThat(next.withSkip(4).next(third)).isEmpty();
  }

  @Test
  void everyFilterIsSentAsTheReferenceSpellsIt() {
    client
        .voicemails()
        .list(
            DAY.withFilters(List.of(VoicemailListFilter.UN_READ, VoicemailListFilter.CALLER_NAME))
                .withSearchText("Jordan"),
            harness.context());

    assertThat(harness.simulator().requests().records().getLast().query())
        .isEqualTo(
            "pageSize=2&skip=0&startUtc=2026-09-14T00%3A00%3A00&endUtc=2026-09-15T00%3A00%3A00"
                + "&voicemailFilter=UnRead%2CCallerName&customFilter=Jordan");
  }

  @Test
  void anUnknownVoicemailIsEmptyAlthoughTheProviderSays400() {
    assertThat(client.voicemails().find("b7c1e2d3-0a4f-4b6c-9d8e-1f2a3b4c5d6e", harness.context()))
        .isEmpty();
    assertThat(client.voicemails().find("none", harness.context())).isEmpty();
  }

  private PhoneCall voicemail(int minute) {
    return harness
        .simulator()
        .add(
            CallDraft.at(START.plusSeconds(3600 + 60L * minute))
                .leaving(null, Duration.ofSeconds(27), "Please call back.", "101"));
  }

  private VoicemailEntry find(PhoneCall call) {
    assertThat(call.voicemail()).isNotNull();
    return client.voicemails().list(DAY, harness.context()).rows().read().getFirst();
  }

  private void answer(int status, String body) {
    harness
        .simulator()
        .add(Fault.status(status, FaultMatch.at("GET", VOICEMAILS).times(1)).withBody(body));
  }
}
