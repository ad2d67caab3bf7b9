package callcentre.storage.reports;

import callcentre.domain.ownership.Scope;
import callcentre.domain.phone.PhoneNumber;
import callcentre.domain.reports.ReportType;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Which reports somebody asks for.
 *
 * @param from the first day
 * @param to the last day, not before the first
 * @param number only this business number's
 * @param scope what the caller may see, or the organisation that was asked for
 */
public record ReportQuery(
    ReportType type, LocalDate from, LocalDate to, Optional<PhoneNumber> number, Scope scope) {

  public ReportQuery {
    if (to.isBefore(from)) {
      throw new IllegalArgumentException("the last day must not be before the first");
    }
  }
}
