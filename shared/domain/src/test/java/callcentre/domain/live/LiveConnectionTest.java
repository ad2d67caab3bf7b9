package callcentre.domain.live;

import static org.assertj.core.api.Assertions.assertThat;

import callcentre.domain.live.ServerMessage.Bye;
import callcentre.domain.people.Role;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LiveConnectionTest {

  private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");

  @Test
  void aConnectionEndsWithTheToken() {
    LiveConnection connection = open(Duration.ofMinutes(10));
    assertThat(connection.ends()).isEqualTo(NOW.plusSeconds(600));
    assertThat(connection.endReason()).isEqualTo(Bye.Reason.TOKEN_EXPIRED);
    assertThat(connection.hasEnded(NOW.plusSeconds(600).minusMillis(1))).isFalse();
    assertThat(connection.hasEnded(NOW.plusSeconds(600))).isTrue();
  }

  @Test
  void aConnectionEndsBeforeTheGatewayEndsItWhateverTheToken() {
    LiveConnection connection = open(Duration.ofDays(1));
    assertThat(connection.ends()).isEqualTo(NOW.plus(Duration.ofMinutes(119)));
    assertThat(connection.endReason()).isEqualTo(Bye.Reason.LIFETIME);
  }

  private static LiveConnection open(Duration rights) {
    LiveHolder holder = new LiveHolder("ann", true, Role.AGENT, Set.of());
    return LiveConnection.open(
        new ConnectionId("L0SM9cOFvHcCIhw="),
        new LiveTicket(holder, NOW.plusSeconds(60), NOW.plus(rights)),
        NOW);
  }
}
