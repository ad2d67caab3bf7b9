package callcentre.api.tickets;

import callcentre.storage.cursors.Seal;
import callcentre.storage.cursors.SigningKeys;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/**
 * Writes tickets as text for a URL, and reads them. They are sealed, not only signed: a URL is seen
 * by browsers' histories and proxies, and says nothing of user, call or the provider's link.
 */
public final class AudioTickets {

  /**
   * A longer text cannot be a ticket. API Gateway takes 10,240 bytes of request line and headers.
   */
  private static final int LONGEST = 6_144;

  private static final byte[] CONTEXT = "audio ticket".getBytes(StandardCharsets.UTF_8);

  private final Seal seal;
  private final InstantSource clock;

  /**
   * Tickets under the signing secret.
   *
   * @param keys asked at each use
   * @param random a cryptographic source
   * @param clock decides what has expired
   */
  public AudioTickets(Supplier<SigningKeys> keys, RandomGenerator random, InstantSource clock) {
    this.seal = new Seal(keys, SigningKeys.TICKET, random, LONGEST);
    this.clock = clock;
  }

  /** The ticket as text, URL-safe. */
  public String seal(AudioTicket ticket) {
    return seal.seal(CONTEXT, write(ticket));
  }

  /**
   * The ticket behind a text.
   *
   * @throws InvalidTicketException when it is not, bit by bit, one of {@link #seal}, or has expired
   */
  public AudioTicket open(String text) {
    return seal.open(CONTEXT, text)
        .flatMap(AudioTickets::read)
        .filter(ticket -> clock.instant().isBefore(ticket.expiresAt()))
        .orElseThrow(InvalidTicketException::new);
  }

  private static byte[] write(AudioTicket ticket) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeLong(ticket.expiresAt().getEpochSecond());
      out.writeUTF(ticket.userId());
      out.writeUTF(ticket.item().kind().name());
      out.writeUTF(ticket.item().id());
      out.writeUTF(ticket.item().link().orElse(""));
      for (String providerId : ticket.item().providerIds()) {
        out.writeUTF(providerId);
      }
    } catch (IOException impossible) {
      throw new UncheckedIOException("memory does not fail", impossible);
    }
    return bytes.toByteArray();
  }

  /** Empty for what a later version may have sealed in another form. */
  private static Optional<AudioTicket> read(byte[] bytes) {
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
      Instant expiresAt = Instant.ofEpochSecond(in.readLong());
      String userId = in.readUTF();
      AudioKind kind = AudioKind.valueOf(in.readUTF());
      String id = in.readUTF();
      Optional<String> link = Optional.of(in.readUTF());
      List<String> providerIds = new ArrayList<>();
      while (in.available() > 0) {
        providerIds.add(in.readUTF());
      }
      AudioItem item = new AudioItem(kind, id, providerIds, link);
      return Optional.of(new AudioTicket(userId, item, expiresAt));
    } catch (IOException | IllegalArgumentException unreadable) {
      return Optional.empty();
    }
  }
}
