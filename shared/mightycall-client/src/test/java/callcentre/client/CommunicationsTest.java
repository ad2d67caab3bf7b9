package callcentre.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import callcentre.client.communications.Interaction;
import callcentre.client.communications.InteractionContact;
import callcentre.client.communications.InteractionEvent;
import callcentre.client.communications.InteractionPage;
import callcentre.client.communications.InteractionQuery;
import callcentre.client.communications.InteractionTab;
import callcentre.client.error.ErrorKind;
import callcentre.client.error.MightyCallException;
import callcentre.client.journal.JournalEntry;
import callcentre.client.journal.JournalFilter;
import callcentre.client.journal.JournalQuery;
import callcentre.cloud.Cloud;
import callcentre.cloud.CloudExtension;
import callcentre.simulator.faults.Fault;
import callcentre.simulator.faults.FaultMatch;
import callcentre.simulator.history.CallDraft;
import callcentre.simulator.settings.ContactCenterAccess;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The journal of contact-centre accounts. */
@ExtendWith(CloudExtension.class)
class CommunicationsTest {

  private static final Instant START = Instant.parse("2026-09-14T00:00:00Z");
  private static final JournalQuery DAY =
      JournalQuery.of(JournalFilter.window(START, Instant.parse("2026-09-15T00:00:00Z")), 100);

  private final ClientHarness harness;
  private final MightyCallClient client;

  CommunicationsTest(Cloud cloud) {
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
  void theRowsAreThoseOfTheJournal() {
    String id = voicemail();

    assertThat(client.communications().list(DAY, harness.context()).rows())
        .isEqualTo(client.journal().list(DAY, harness.context()).rows());
    assertThat(client.communications().list(DAY, harness.context()).rows().read())
        .extracting(JournalEntry::id)
        .containsExactly(id);
  }

  @Test
  void aKeyWhoseRoleMayNotIsForbidden() {
    harness
        .simulator()
        .change(
            s -> s.withHistory(s.history().withContactCenterAccess(ContactCenterAccess.NOBODY)));

    MightyCallException refused =
        catchThrowableOfType(
            MightyCallException.class, () -> client.communications().list(DAY, harness.context()));

    assertThat(refused.kind()).isEqualTo(ErrorKind.FORBIDDEN);
    assertThat(refused.code()).contains("TenantAccountRoleIssue");
  }

  @Test
  void commentsAndVoicemailsAreChangedHereToo() {
    String id = voicemail();

    client.communications().setComment(id, "called back", harness.context());
    assertThat(client.journal().find(id, harness.context()).orElseThrow().comment())
        .contains("called back");
    client.communications().removeComment(id, harness.context());
    assertThat(client.journal().find(id, harness.context()).orElseThrow().comment()).isEmpty();
    client.communications().deleteVoicemails(List.of(id), false, harness.context());
    assertThat(harness.simulator().requests().records().getLast().status()).isEqualTo(200);
  }

  @Test
  void everyFieldOfAnInteractionIsRead() {
    harness
        .simulator()
        .add(
            Fault.status(200, FaultMatch.at("GET", "/v4/api/contactcenter/interactions"))
                .withBody(Samples.read("contactcenter-interactions-200")));

    InteractionPage page =
        client
            .communications()
            .interactions(InteractionQuery.of(InteractionTab.RECENT, 50), harness.context());

    assertThat(page.before()).contains(Instant.parse("2026-09-14T19:04:44.844512Z"));
    InteractionContact contact = page.rows().read().getFirst();
    assertThat(contact.contactId()).contains("66e5e000c1a2d3e4f5061800");
    assertThat(contact.phones()).containsExactly("+13475550123");
    Interaction last = contact.last().orElseThrow();
    assertThat(last.event().orElseThrow().is(InteractionEvent.SMS_MMS)).isTrue();
    assertThat(last.clientAddress()).contains("+13475550123");
    assertThat(last.origin().orElseThrow().known()).isEmpty();
    assertThat(last.connectedUserIds()).hasSize(1);
  }

  @Test
  void everyParameterOfInteractionsIsKnownToTheProvider() {
    voicemail();
    InteractionQuery query =
        new InteractionQuery(
            InteractionTab.RECENT_WITH_INTERNAL,
            Optional.of(Instant.parse("2026-09-15T00:00:00Z")),
            Optional.of(START),
            1,
            1);

    InteractionPage page = client.communications().interactions(query, harness.context());

    assertThat(page.rows().read()).hasSize(1);
    InteractionQuery next = query.next(page).orElseThrow();
    assertThat(next.next(client.communications().interactions(next, harness.context()))).isEmpty();
  }

  private String voicemail() {
    return harness
        .simulator()
        .add(
            CallDraft.at(START.plusSeconds(3600))
                .leaving(null, Duration.ofSeconds(27), "Call me.", "101"))
        .requestId();
  }
}
