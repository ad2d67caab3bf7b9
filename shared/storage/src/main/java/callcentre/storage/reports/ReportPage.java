package callcentre.storage.reports;

import callcentre.domain.reports.StoredReport;
import callcentre.storage.Page;
import callcentre.storage.PageKey;
import callcentre.storage.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Collects the rows that the caller may see until a page is full. */
final class ReportPage {

  /** A page that is still not full after so many requests is returned short. */
  static final int MOST_REQUESTS = 6;

  private final ReportQuery query;
  private final int limit;
  private final List<StoredReport> found = new ArrayList<>();
  private int requests;

  ReportPage(ReportQuery query, int limit) {
    this.query = query;
    this.limit = limit;
  }

  /** Whether another request is worth it: one row more than the limit tells that more follow. */
  boolean wantsMore() {
    return found.size() <= limit && requests < MOST_REQUESTS;
  }

  /** How many rows are missing until it is known whether more follow. */
  int missing() {
    return limit + 1 - found.size();
  }

  /**
   * Takes over what one request read.
   *
   * @param rows newest first, all older than those before
   */
  void add(List<StoredReport> rows) {
    requests++;
    rows.stream().filter(this::isVisible).forEach(found::add);
  }

  /**
   * The page.
   *
   * @param reached the last position that was read; empty when nothing is left to read
   */
  Page<StoredReport> upTo(Optional<String> reached) {
    if (found.size() > limit) {
      List<StoredReport> page = found.subList(0, limit);
      return new Page<>(page, Optional.of(key(ReportItems.rangeKey(page.getLast()))));
    }
    return new Page<>(found, reached.map(this::key));
  }

  private boolean isVisible(StoredReport report) {
    boolean asked = query.number().isEmpty() || query.number().get().equals(report.number());
    return asked && query.scope().covers(report.number(), report.startsAt(), report.endsAt());
  }

  private PageKey key(String position) {
    return PageKey.of(
        Table.MIGHTYCALL_REPORTS.key(query.type().wireName(), position),
        Table.MIGHTYCALL_REPORTS.keyNames());
  }
}
