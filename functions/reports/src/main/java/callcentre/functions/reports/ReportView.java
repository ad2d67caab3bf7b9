package callcentre.functions.reports;

import callcentre.domain.ownership.OrganisationId;
import callcentre.domain.phone.PhoneNumber;
import callcentre.domain.reports.StoredReport;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

/**
 * A number's day as answers show it (contract: "GET …/reports").
 *
 * @param orgId who owned the number through the whole day; empty when nobody did, or it moved
 * @param organizations the same with its name, spelled as the dashboard has it
 */
record ReportView(
    String id,
    PhoneNumber number,
    Optional<OrganisationId> orgId,
    Optional<Owner> organizations,
    String reportType,
    LocalDate reportDate,
    Instant createdAt,
    Map<String, Long> data) {

  /**
   * The owner.
   *
   * @param name empty when the organisation was removed since
   */
  record Owner(OrganisationId id, Optional<String> name) {}

  static ReportView of(
      StoredReport report, Optional<OrganisationId> owner, Map<OrganisationId, String> names) {
    return new ReportView(
        report.id(),
        report.number(),
        owner,
        owner.map(id -> new Owner(id, Optional.ofNullable(names.get(id)))),
        report.type().wireName(),
        report.date(),
        report.createdAt(),
        report.data());
  }
}
