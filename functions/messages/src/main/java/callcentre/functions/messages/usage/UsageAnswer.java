package callcentre.functions.messages.usage;

import callcentre.domain.phone.PhoneNumber;
import callcentre.functions.messages.usage.UsageRow.Figures;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;

/**
 * The answer of {@code GET …/sms-usage}.
 *
 * @param asOf when the journal was last pulled; what we send ourselves is counted at once
 * @param timezone of the days; null where the organisations of the answer have several
 * @param unassigned numbers that had messages and no owner then; their days are New York's
 */
record UsageAnswer(
    Optional<Instant> asOf,
    LocalDate from,
    LocalDate to,
    Optional<ZoneId> timezone,
    List<String> groupBy,
    List<UsageRow> usage,
    Figures totals,
    SortedSet<PhoneNumber> unassigned) {

  UsageAnswer {
    usage = List.copyOf(usage);
  }
}
