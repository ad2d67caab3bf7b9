package callcentre.domain.messages.usage;

import callcentre.domain.calls.Direction;
import callcentre.domain.messages.sending.SendState;
import callcentre.domain.organisations.OrganisationSettings;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Messages added up. Only what the provider accepted, and what came in, has segments and a cost;
 * what failed or is not known to have been sent is only counted.
 */
public final class UsageSum {

  private long sent;
  private long received;
  private long failed;
  private long unknown;
  private long segmentsSent;
  private long segmentsReceived;
  private long mmsSent;
  private long mmsReceived;
  private long unpriced;
  private final Map<String, BigDecimal> amounts = new TreeMap<>();

  /**
   * Adds a message.
   *
   * @param settings of the organisation that owned its number then
   */
  public void add(UsageEntry entry, OrganisationSettings settings) {
    if (isSent(entry)) {
      sent++;
      segmentsSent += entry.hasFiles() ? 0 : entry.segments();
      mmsSent += entry.hasFiles() ? 1 : 0;
      charge(entry, settings);
    } else if (isReceived(entry)) {
      received++;
      segmentsReceived += entry.hasFiles() ? 0 : entry.segments();
      mmsReceived += entry.hasFiles() ? 1 : 0;
      charge(entry, settings);
    } else {
      switch (entry.status()) {
        case FAILED -> failed++;
        case UNKNOWN -> unknown++;
        // Neither happened yet, or they never will.
        case QUEUED, SCHEDULED, SENDING, CANCELED, SENT, RECEIVED -> {}
      }
    }
  }

  static boolean isSent(UsageEntry entry) {
    return entry.status() == SendState.SENT && entry.direction() != Direction.INCOMING;
  }

  private static boolean isReceived(UsageEntry entry) {
    return entry.status() == SendState.RECEIVED;
  }

  private void charge(UsageEntry entry, OrganisationSettings settings) {
    Optional<BigDecimal> charge = Charge.of(entry, settings.prices());
    charge.ifPresentOrElse(
        amount -> amounts.merge(settings.currency().getCurrencyCode(), amount, BigDecimal::add),
        () -> unpriced++);
  }

  public long sent() {
    return sent;
  }

  public long received() {
    return received;
  }

  public long failed() {
    return failed;
  }

  /** Of which nobody knows whether they were sent. */
  public long unknown() {
    return unknown;
  }

  /** Of messages without files. */
  public long segmentsSent() {
    return segmentsSent;
  }

  /** Of messages without files. */
  public long segmentsReceived() {
    return segmentsReceived;
  }

  /** Sent messages with files. */
  public long mmsSent() {
    return mmsSent;
  }

  /** Received messages with files. */
  public long mmsReceived() {
    return mmsReceived;
  }

  /** Messages whose price nobody set. */
  public long unpriced() {
    return unpriced;
  }

  /** Whether amounts of several currencies were added, which have no sum. */
  public boolean isOfSeveralCurrencies() {
    return amounts.size() > 1;
  }

  /**
   * What all of it costs, rounded once; empty when a price is missing, when there are several
   * currencies, and when nothing was priced.
   */
  public Optional<Cost> cost() {
    if (unpriced > 0 || amounts.size() != 1) {
      return Optional.empty();
    }
    Map.Entry<String, BigDecimal> only = amounts.entrySet().iterator().next();
    return Optional.of(
        new Cost(
            only.getValue().setScale(0, RoundingMode.HALF_UP).longValueExact(),
            Currency.getInstance(only.getKey())));
  }

  /**
   * An amount.
   *
   * @param minorUnits of the currency, for example cents
   */
  public record Cost(long minorUnits, Currency currency) {}
}
