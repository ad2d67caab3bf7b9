package callcentre.api.tickets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import callcentre.storage.PageKey;
import callcentre.storage.cursors.CursorContext;
import callcentre.storage.cursors.Cursors;
import callcentre.storage.cursors.SigningKeys;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AudioTicketsTest {

  private static final String MASTER = "a-master-of-32-characters-or-more";
  private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");
  private static final AudioTicket TICKET =
      new AudioTicket(
          "auth0|maria",
          new AudioItem(
              AudioKind.RECORDING,
              "3f0d6a1e-52b7-4c9a-9e14-7b8a2c6d1f05",
              List.of("3f0d6a1e-52b7-4c9a-9e14-7b8a2c6d1f05", "64b7f0c29a3e5d0012ab34cd"),
              Optional.of("https://panel.mightycall.com/call.wav?recordid=secret")),
          NOW.plusSeconds(960));

  private final AudioTickets tickets = tickets(MASTER, NOW);

  @Property(tries = 200)
  void everyTicketComesBack(
      @ForAll @StringLength(max = 60) String user,
      @ForAll AudioKind kind,
      @ForAll @StringLength(max = 40) String id,
      @ForAll @Size(min = 1, max = 4) List<@StringLength(max = 40) String> providerIds,
      @ForAll @StringLength(max = 1_600) String link) {
    AudioItem item = new AudioItem(kind, id, providerIds, Optional.of(link));
    AudioTicket ticket = new AudioTicket(user, item, NOW.plusSeconds(1));

    assertThat(tickets.open(tickets.seal(ticket))).isEqualTo(ticket);
  }

  @Test
  void anySingleFlippedBitIsRefused() {
    byte[] bytes = Base64.getUrlDecoder().decode(tickets.seal(TICKET));
    for (int bit = 0; bit < bytes.length * 8; bit++) {
      byte[] flipped = bytes.clone();
      flipped[bit / 8] ^= (byte) (1 << (bit % 8));

      assertRefused(Base64.getUrlEncoder().withoutPadding().encodeToString(flipped));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a", "priming", "%00", "ÄÖÜ", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"})
  void whatNobodySealedIsRefused(String text) {
    assertRefused(text);
  }

  @Test
  void aTextOfAnyLengthIsRefused() {
    assertRefused("A".repeat(100_000));
  }

  @Test
  void aTicketEndsAtItsTimeAndNotBefore() {
    String text = tickets.seal(TICKET);

    assertThat(tickets(MASTER, TICKET.expiresAt().minusNanos(1)).open(text)).isEqualTo(TICKET);
    assertThatThrownBy(() -> tickets(MASTER, TICKET.expiresAt()).open(text))
        .isInstanceOf(InvalidTicketException.class);
  }

  @Test
  void forgedAndExpiredTicketsCannotBeToldApart() {
    String expired = tickets.seal(new AudioTicket("ann", TICKET.item(), NOW));

    assertThatThrownBy(() -> tickets.open(expired)).hasMessage(messageFor("forged"));
  }

  @Test
  void aReplacedSigningSecretEndsAllTickets() {
    AudioTickets other = tickets("another-master-with-32-characters", NOW);

    assertThatThrownBy(() -> other.open(tickets.seal(TICKET)))
        .isInstanceOf(InvalidTicketException.class);
  }

  @Test
  void aCursorIsNoTicket() {
    Cursors cursors = new Cursors(() -> new SigningKeys(MASTER), new SecureRandom());
    CursorContext context = CursorContext.of("GET /calls", Map.of(), "user:ann");

    assertRefused(cursors.seal(context, new PageKey(new TreeMap<>(Map.of("kind", "RECORDING")))));
  }

  @Test
  void theTextShowsNeitherUserNorCallNorLink() {
    String text = tickets.seal(TICKET);
    byte[] bytes = Base64.getUrlDecoder().decode(text);

    assertThat(new String(bytes, StandardCharsets.ISO_8859_1))
        .doesNotContain("maria", "3f0d6a1e", "RECORDING", "mightycall");
    assertThat(text).matches("[A-Za-z0-9_-]+").isNotEqualTo(tickets.seal(TICKET));
  }

  private void assertRefused(String text) {
    assertThatThrownBy(() -> tickets.open(text)).isInstanceOf(InvalidTicketException.class);
  }

  private String messageFor(String text) {
    try {
      tickets.open(text);
    } catch (InvalidTicketException refused) {
      return String.valueOf(refused.getMessage());
    }
    throw new AssertionError(text + " was taken for a ticket");
  }

  private static AudioTickets tickets(String master, Instant now) {
    return new AudioTickets(
        () -> new SigningKeys(master), new SecureRandom(), InstantSource.fixed(now));
  }
}
