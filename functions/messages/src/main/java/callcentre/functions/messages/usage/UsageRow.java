package callcentre.functions.messages.usage;

import callcentre.domain.messages.usage.UsageSum;
import callcentre.domain.messages.usage.UsageSum.Cost;
import callcentre.domain.ownership.OrganisationId;
import callcentre.domain.phone.PhoneNumber;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Currency;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What was used in a group. What the groups are not told apart by is left out.
 *
 * @param orgId null inside a group of numbers that nobody owned
 */
record UsageRow(
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable LocalDate day,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable PhoneNumber number,
    @JsonProperty("orgId") @JsonInclude(JsonInclude.Include.NON_NULL)
        @Nullable Optional<OrganisationId> orgId,
    @JsonUnwrapped Figures figures) {

  static UsageRow of(Key key, UsageSum sum) {
    return new UsageRow(key.day(), key.number(), key.organisation(), Figures.of(sum));
  }

  /** What tells a group from the others; null is what they are not told apart by. */
  record Key(
      @Nullable LocalDate day,
      @Nullable PhoneNumber number,
      @Nullable Optional<OrganisationId> organisation)
      implements Comparable<Key> {

    private static final Comparator<Key> ORDER =
        Comparator.<Key, String>comparing(key -> String.valueOf(key.day))
            .thenComparing(key -> String.valueOf(key.organisation))
            .thenComparing(key -> String.valueOf(key.number));

    @Override
    public int compareTo(Key other) {
      return ORDER.compare(this, other);
    }
  }

  /**
   * The figures of a group.
   *
   * @param segmentsSent of messages without files; those with files are {@code mmsSent}
   * @param cost in minor units; null where it is not known
   * @param costReason why it is not known: {@code no_price}, {@code several_currencies}, {@code
   *     nothing_charged}
   * @param unpriced messages whose price nobody set
   */
  record Figures(
      long sent,
      long received,
      long failed,
      long unknown,
      long segmentsSent,
      long segmentsReceived,
      long mmsSent,
      long mmsReceived,
      Optional<Long> cost,
      Optional<String> currency,
      Optional<String> costReason,
      long unpriced) {

    static Figures of(UsageSum sum) {
      Optional<Cost> cost = sum.cost();
      return new Figures(
          sum.sent(),
          sum.received(),
          sum.failed(),
          sum.unknown(),
          sum.segmentsSent(),
          sum.segmentsReceived(),
          sum.mmsSent(),
          sum.mmsReceived(),
          cost.map(Cost::minorUnits),
          cost.map(Cost::currency).map(Currency::getCurrencyCode),
          cost.isPresent() ? Optional.empty() : Optional.of(reason(sum)),
          sum.unpriced());
    }

    private static String reason(UsageSum sum) {
      if (sum.unpriced() > 0) {
        return "no_price";
      }
      return sum.isOfSeveralCurrencies() ? "several_currencies" : "nothing_charged";
    }
  }
}
