package callcentre.functions.operations.live;

import static org.assertj.core.api.Assertions.assertThat;

import callcentre.api.access.Session;
import callcentre.api.testing.Answer;
import callcentre.api.testing.ApiHarness;
import callcentre.api.testing.Callers;
import callcentre.aws.Variable;
import callcentre.cloud.Cloud;
import callcentre.cloud.CloudExtension;
import callcentre.domain.live.LiveHolder;
import callcentre.domain.live.LiveLimits;
import callcentre.domain.live.LiveTicket;
import callcentre.domain.live.TicketText;
import callcentre.domain.ownership.OrganisationId;
import callcentre.domain.people.Role;
import callcentre.storage.database.Database;
import callcentre.storage.live.LiveTicketRepository;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(CloudExtension.class)
class LiveTicketTest {

  private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");
  private static final String TICKET = "/api/live/ticket";

  private ApiHarness api;
  private LiveTicketRepository tickets;

  @BeforeEach
  void start(Cloud cloud) {
    api =
        ApiHarness.in(cloud)
            .tables("live_connections")
            .signing()
            .with(Variable.LIVE_URL, "wss://live.example/dev")
            .bean(InstantSource.class, InstantSource.fixed(NOW))
            .start();
    tickets = new LiveTicketRepository(api.bean(Database.class));
  }

  @AfterEach
  void close() {
    api.close();
  }

  @Test
  void aTicketCarriesWhoAskedAndEndsWithTheToken() {
    Session session = new Session(true, Optional.of(NOW.plusSeconds(900)));
    api.requests().reset();
    Answer answer =
        api.post(TICKET)
            .as(Callers.withSession(Callers.of(Role.ORG_MANAGER, "north"), session))
            .send();

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.header("Cache-Control")).contains("no-store");
    assertThat(answer.json().get("expires_at").asText()).isEqualTo("2026-11-21T10:01:00Z");
    assertThat(api.requests().counts()).isEqualTo(Map.of("dynamodb.PutItem", 1));
    assertThat(kept(answer))
        .contains(
            new LiveTicket(
                new LiveHolder(
                    "org_manager", true, Role.ORG_MANAGER, Set.of(new OrganisationId("north"))),
                NOW.plusSeconds(60),
                NOW.plusSeconds(900)));
    assertThat(kept(answer)).isEmpty();
  }

  @Test
  void withoutAKnownEndTheTicketIsGoodForAWholeConnection() {
    Answer answer = api.post(TICKET).as(Callers.agent()).send();

    assertThat(kept(answer))
        .hasValueSatisfying(
            ticket ->
                assertThat(ticket.rightsEnd())
                    .isEqualTo(NOW.plusSeconds(60).plus(LiveLimits.CONNECTION_LIFE)));
  }

  @Test
  void noTicketIsGivenTwice() {
    Answer first = api.post(TICKET).as(Callers.admin()).send();
    Answer second = api.post(TICKET).as(Callers.admin()).send();

    assertThat(first.json().get("ticket").asText()).hasSize(43);
    assertThat(first.json().get("ticket")).isNotEqualTo(second.json().get("ticket"));
  }

  @Test
  void whoHasNoRightsGetsNoTicket() {
    assertThat(api.post(TICKET).as(Callers.nobody()).send().status()).isEqualTo(403);
    assertThat(api.get(TICKET).as(Callers.admin()).send().status()).isEqualTo(405);
  }

  @Test
  void theConfigurationSaysWhereTheChannelIs() {
    Answer config = api.get("/api/config").send();

    assertThat(config.json().get("ws_url").asText()).isEqualTo("wss://live.example/dev");
    assertThat(config.json().get("features")).anyMatch(name -> name.asText().equals("live"));
  }

  private Optional<LiveTicket> kept(Answer answer) {
    return tickets.consume(new TicketText(answer.json().get("ticket").asText()).hash(), NOW);
  }
}
