package callcentre.domain.organisations;

import callcentre.domain.validation.FieldErrors;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * What the organisation pays, in minor units of its currency. A segment costs less than a cent, so
 * a price may have a fraction of a minor unit; an amount is rounded once, after it is summed. A
 * price that nobody set is unknown, and so is the cost that needs it: it is never taken for 0.
 *
 * @param outboundSegment one segment of a sent text message, 0 to 100000 with at most 4 decimals,
 *     as are all prices
 * @param inboundSegment one segment of a received text message
 * @param outboundMms one sent message with attachments
 * @param inboundMms one received message with attachments
 * @param outboundMinute a started minute of an outgoing call
 * @param inboundMinute a started minute of an incoming call
 */
public record Prices(
    Optional<BigDecimal> outboundSegment,
    Optional<BigDecimal> inboundSegment,
    Optional<BigDecimal> outboundMms,
    Optional<BigDecimal> inboundMms,
    Optional<BigDecimal> outboundMinute,
    Optional<BigDecimal> inboundMinute) {

  public static final Prices UNKNOWN =
      new Prices(
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty());

  private static final BigDecimal HIGHEST = new BigDecimal(100_000);
  private static final int MOST_DECIMALS = 4;

  public Prices {
    FieldErrors errors = new FieldErrors();
    outboundSegment = checked(outboundSegment, "outbound_segment", errors);
    inboundSegment = checked(inboundSegment, "inbound_segment", errors);
    outboundMms = checked(outboundMms, "outbound_mms", errors);
    inboundMms = checked(inboundMms, "inbound_mms", errors);
    outboundMinute = checked(outboundMinute, "outbound_minute", errors);
    inboundMinute = checked(inboundMinute, "inbound_minute", errors);
    errors.throwIfAny();
  }

  private static Optional<BigDecimal> checked(
      Optional<BigDecimal> price, String field, FieldErrors errors) {
    // 0.750 and 0.75 are one price; without this an unchanged setting would look changed.
    Optional<BigDecimal> stripped = price.map(BigDecimal::stripTrailingZeros);
    boolean allowed = stripped.map(Prices::isAllowed).orElse(true);
    errors.require(
        allowed, field, "must be 0 to " + HIGHEST + " minor units with at most 4 decimals");
    // Only of what is allowed: written out, 1e999999999 would not fit into memory.
    return allowed
        ? stripped.map(value -> value.scale() < 0 ? value.setScale(0) : value)
        : stripped;
  }

  private static boolean isAllowed(BigDecimal value) {
    return value.signum() >= 0 && value.compareTo(HIGHEST) <= 0 && value.scale() <= MOST_DECIMALS;
  }
}
