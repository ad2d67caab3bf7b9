package callcentre.storage.reports;

import callcentre.domain.phone.PhoneNumber;
import callcentre.domain.reports.ReportType;
import callcentre.domain.reports.StoredReport;
import callcentre.storage.Table;
import callcentre.storage.database.ItemReader;
import callcentre.storage.database.ItemWriter;
import callcentre.storage.database.VersionedRows;
import java.time.LocalDate;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The daily rows of {@code mightycall_reports}. */
final class ReportItems {

  private static final int SCHEMA_VERSION = 1;

  private ReportItems() {}

  /** The day in front, so that a range of days is one stretch of the table. */
  static String rangeKey(LocalDate date, PhoneNumber number) {
    return date + "#" + number.e164();
  }

  static String rangeKey(StoredReport report) {
    return rangeKey(report.date(), report.number());
  }

  /** The day of a range key. */
  static LocalDate dateOf(String rangeKey) {
    return LocalDate.parse(rangeKey.substring(0, rangeKey.indexOf('#')));
  }

  static Map<String, AttributeValue> write(StoredReport report) {
    ItemWriter data = new ItemWriter();
    report.data().forEach(data::number);
    return new ItemWriter()
        .all(Table.MIGHTYCALL_REPORTS.key(report.type().wireName(), rangeKey(report)))
        .text("date", report.date().toString())
        .text("number", report.number().e164())
        .time("starts_at", report.startsAt())
        .time("ends_at", report.endsAt())
        .time("created_at", report.createdAt())
        .map("data", data)
        .number(VersionedRows.SCHEMA_VERSION, SCHEMA_VERSION)
        .build();
  }

  static StoredReport read(ItemReader item) {
    ItemReader figures = item.map("data");
    SortedMap<String, Long> data = new TreeMap<>();
    figures.names().forEach(name -> data.put(name, figures.number(name)));
    return new StoredReport(
        item.read("type", ReportItems::readType),
        item.read("date", LocalDate::parse),
        item.read("number", PhoneNumber::new),
        item.time("starts_at"),
        item.time("ends_at"),
        item.time("created_at"),
        data);
  }

  private static ReportType readType(String name) {
    return ReportType.ofWireName(name)
        .orElseThrow(() -> new IllegalArgumentException("no report type is called " + name));
  }
}
