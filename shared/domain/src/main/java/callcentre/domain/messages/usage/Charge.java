package callcentre.domain.messages.usage;

import callcentre.domain.organisations.Prices;
import java.math.BigDecimal;
import java.util.Optional;

/** What one message costs by the prices of the organisation that owned its number. */
final class Charge {

  private Charge() {}

  /**
   * Minor units, not rounded; empty when the price that it needs was never set. A message with
   * files is charged as one, whatever text it has; any other by its segments.
   */
  static Optional<BigDecimal> of(UsageEntry entry, Prices prices) {
    boolean sent = UsageSum.isSent(entry);
    if (entry.hasFiles()) {
      return sent ? prices.outboundMms() : prices.inboundMms();
    }
    Optional<BigDecimal> segment = sent ? prices.outboundSegment() : prices.inboundSegment();
    return segment.map(price -> price.multiply(BigDecimal.valueOf(entry.segments())));
  }
}
