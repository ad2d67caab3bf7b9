package callcentre.domain.links;

import callcentre.domain.calls.CallDetails;
import callcentre.domain.calls.Direction;
import callcentre.domain.calls.Party;
import callcentre.domain.phone.PhoneNumber;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Two parties, a direction and an hour: where records are kept that may be one (docs/tables.md,
 * {@code call_history}).
 *
 * @param business the account's number, or {@code -}
 * @param client the other end's number, or {@code anonymous}; of an internal call both are
 *     extensions, the smaller first, for the families may see it from either end
 * @param direction call-backs are kept with outgoing calls: only the journal tells them apart
 * @param hour the start of a UTC hour
 */
public record PairKey(String business, String client, Direction direction, Instant hour) {

  private static final String NO_NUMBER = "-";
  private static final String ANONYMOUS = "anonymous";

  public PairKey {
    if (!hour.equals(hour.truncatedTo(ChronoUnit.HOURS))) {
      throw new IllegalArgumentException("a pair is kept per UTC hour, not for " + hour);
    }
  }

  /** The pair of a call as one family describes it; empty when its direction is not known. */
  public static Optional<PairKey> of(CallDetails details) {
    String business = details.businessNumber().map(PhoneNumber::e164).orElse(NO_NUMBER);
    return switch (details.direction()) {
      case INCOMING ->
          details
              .ends()
              .client()
              .map(client -> key(business, client, Direction.INCOMING, details.startedAt()));
      case OUTGOING, CALLBACK ->
          details
              .ends()
              .client()
              .map(client -> key(business, client, Direction.OUTGOING, details.startedAt()));
      case INTERNAL -> Optional.of(internal(details));
      case UNKNOWN -> Optional.empty();
    };
  }

  /** The pair of a voicemail, which is an incoming call's. */
  public static PairKey ofVoicemail(Party from, Optional<PhoneNumber> to, Instant at) {
    return key(to.map(PhoneNumber::e164).orElse(NO_NUMBER), from, Direction.INCOMING, at);
  }

  /** Whether the other is of the same parties and direction, in any hour. */
  public boolean isSamePair(PairKey other) {
    return at(other.hour).equals(other);
  }

  /** The same pair in the hour of this instant. */
  public PairKey at(Instant instant) {
    return new PairKey(business, client, direction, instant.truncatedTo(ChronoUnit.HOURS));
  }

  /**
   * The keys of every hour that these times touch, the earliest first.
   *
   * @param reach how far before {@code from} and after {@code to} is looked
   */
  public List<PairKey> around(Instant from, Instant to, Duration reach) {
    List<PairKey> keys = new ArrayList<>();
    Instant last = to.plus(reach);
    for (Instant hour = from.minus(reach).truncatedTo(ChronoUnit.HOURS);
        !hour.isAfter(last);
        hour = hour.plus(1, ChronoUnit.HOURS)) {
      keys.add(at(hour));
    }
    return List.copyOf(keys);
  }

  /** A stable text, {@code {business}#{client}#{direction}#{hour}}. */
  public String text() {
    return business
        + "#"
        + client
        + "#"
        + direction.wireName()
        + "#"
        + hour.toString().substring(0, 13);
  }

  private static PairKey internal(CallDetails details) {
    String caller = value(details.ends().from());
    String called = value(details.ends().to());
    boolean inOrder = caller.compareTo(called) <= 0;
    return new PairKey(
        inOrder ? caller : called,
        inOrder ? called : caller,
        Direction.INTERNAL,
        details.startedAt().truncatedTo(ChronoUnit.HOURS));
  }

  private static PairKey key(String business, Party client, Direction direction, Instant at) {
    return new PairKey(business, value(client), direction, at.truncatedTo(ChronoUnit.HOURS));
  }

  private static String value(Party party) {
    return switch (party.kind()) {
      case NUMBER, EXTENSION -> party.value();
      // Of a widget's call-back /calls may have the name at most, without saying what it names.
      case WIDGET, ANONYMOUS -> ANONYMOUS;
    };
  }
}
