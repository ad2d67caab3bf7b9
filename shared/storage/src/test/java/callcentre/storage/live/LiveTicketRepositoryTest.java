package callcentre.storage.live;

import static org.assertj.core.api.Assertions.assertThat;

import callcentre.cloud.Cloud;
import callcentre.cloud.CloudExtension;
import callcentre.domain.live.LiveHolder;
import callcentre.domain.live.LiveTicket;
import callcentre.domain.ownership.OrganisationId;
import callcentre.domain.people.Role;
import callcentre.storage.Table;
import callcentre.storage.TestStore;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@Tag("cloud")
@ExtendWith(CloudExtension.class)
class LiveTicketRepositoryTest {

  private static final Instant NOW = Instant.parse("2026-11-20T10:00:00.250Z");
  private static final LiveTicket TICKET =
      new LiveTicket(
          new LiveHolder(
              "user-1",
              false,
              Role.ORG_ADMIN,
              Set.of(new OrganisationId("north"), new OrganisationId("south"))),
          NOW.plusSeconds(60),
          NOW.plus(Duration.ofHours(1)));

  private final TestStore store;
  private final LiveTicketRepository tickets;

  LiveTicketRepositoryTest(Cloud cloud) {
    store = TestStore.with(cloud, Table.LIVE_CONNECTIONS);
    tickets = new LiveTicketRepository(store.database());
  }

  @Test
  void aTicketComesBackAsItWasGivenOnce() {
    tickets.put("hash-1", TICKET);

    assertThat(tickets.consume("hash-1", NOW)).contains(TICKET);
    assertThat(tickets.consume("hash-1", NOW)).isEmpty();
  }

  @Test
  void anExpiredTicketAndAnUnknownOneAreRefused() {
    tickets.put("hash-1", TICKET);

    assertThat(tickets.consume("hash-1", TICKET.expires())).isEmpty();
    assertThat(tickets.consume("hash-2", NOW)).isEmpty();
  }

  @Test
  void oneOfManyWhoComeAtOnceGetsTheTicket() throws Exception {
    tickets.put("hash-1", TICKET);
    List<Callable<Optional<LiveTicket>>> attempts =
        IntStream.range(0, 16)
            .<Callable<Optional<LiveTicket>>>mapToObj(index -> () -> tickets.consume("hash-1", NOW))
            .toList();
    int opened = 0;
    try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
      for (Future<Optional<LiveTicket>> attempt : threads.invokeAll(attempts)) {
        opened += attempt.get().isPresent() ? 1 : 0;
      }
    }
    assertThat(opened).isEqualTo(1);
  }

  @Test
  void givingAndTakingCostOneRequestEach() {
    assertThat(store.requestsOf(() -> tickets.put("hash-1", TICKET))).isEqualTo(1);
    assertThat(store.requestsOf(() -> tickets.consume("hash-1", NOW))).isEqualTo(1);
    assertThat(store.requestsOf(() -> tickets.consume("hash-1", NOW))).isEqualTo(1);
  }
}
