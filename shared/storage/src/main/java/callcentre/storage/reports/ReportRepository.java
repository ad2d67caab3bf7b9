package callcentre.storage.reports;

import callcentre.domain.ownership.Scope;
import callcentre.domain.phone.PhoneNumber;
import callcentre.domain.reports.ReportType;
import callcentre.domain.reports.StoredReport;
import callcentre.storage.Page;
import callcentre.storage.PageKey;
import callcentre.storage.Table;
import callcentre.storage.database.Database;
import callcentre.storage.database.ItemReader;
import callcentre.storage.database.ItemWriter;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;

/**
 * Daily reports: table {@code mightycall_reports}. A row names a number and a day, never an
 * organisation: what a caller sees is decided at read. A row is visible to whoever owned the number
 * through the whole of its day; on a day on which the number moved, neither side sees the other's.
 */
public final class ReportRepository {

  /** Up to so many numbers, rows are read by their keys; above, by the stretch of days. */
  static final int FEW_NUMBERS = 25;

  private static final int KEYS_A_REQUEST = 100;
  private static final int ROWS_A_REQUEST = 1_000;
  private static final LocalDate LAST_DAY = LocalDate.of(9999, 12, 31);

  private final Database database;

  public ReportRepository(Database database) {
    this.database = database;
  }

  /** Stores a row in place of what was there for that number and day: 1 request. */
  public void save(StoredReport report) {
    Map<String, AttributeValue> item = ReportItems.write(report);
    database
        .client()
        .putItem(request -> request.tableName(database.name(Table.MIGHTYCALL_REPORTS)).item(item));
  }

  /** Whether there is any row of a type, whosever: 1 request. */
  public boolean hasAny(ReportType type) {
    QueryRequest query = days(type, LocalDate.EPOCH, LAST_DAY).limit(1).build();
    return !database.client().query(query).items().isEmpty();
  }

  /**
   * A page of rows, newest day first: 1 request as a rule, at most {@link
   * ReportPage#MOST_REQUESTS}; the page may then be short although more follow.
   *
   * @param limit 1 or more
   */
  public Page<StoredReport> page(ReportQuery query, int limit, Optional<PageKey> from) {
    Optional<Set<PhoneNumber>> numbers = numbersOf(query);
    Optional<String> below =
        from.map(PageKey::startKey)
            .map(key -> new ItemReader(Table.MIGHTYCALL_REPORTS, key).text("key"));
    ReportPage page = new ReportPage(query, limit);
    return numbers.isPresent() && numbers.get().size() <= FEW_NUMBERS
        ? readByKeys(query, new ReportPositions(query, numbers.get(), below), page)
        : readByDays(query, below, page);
  }

  private static Optional<Set<PhoneNumber>> numbersOf(ReportQuery query) {
    if (query.number().isPresent()) {
      return query.number().map(Set::of);
    }
    return switch (query.scope()) {
      case Scope.Everything all -> Optional.empty();
      case Scope.Owned owned -> Optional.of(owned.numbers());
    };
  }

  private Page<StoredReport> readByKeys(
      ReportQuery query, ReportPositions positions, ReportPage page) {
    Optional<String> reached = Optional.empty();
    while (page.wantsMore() && positions.hasNext()) {
      List<String> batch = positions.next(KEYS_A_REQUEST);
      reached = Optional.of(batch.getLast());
      page.add(
          database
              .getAll(
                  Table.MIGHTYCALL_REPORTS,
                  batch.stream()
                      .map(key -> Table.MIGHTYCALL_REPORTS.key(query.type().wireName(), key))
                      .toList())
              .stream()
              .map(ReportItems::read)
              .sorted(Comparator.<StoredReport, String>comparing(ReportItems::rangeKey).reversed())
              .toList());
    }
    return page.upTo(positions.hasNext() ? reached : Optional.empty());
  }

  private Page<StoredReport> readByDays(
      ReportQuery query, Optional<String> below, ReportPage page) {
    boolean everythingIsVisible = query.scope() instanceof Scope.Everything;
    Optional<String> reached = below;
    while (page.wantsMore()) {
      QueryRequest.Builder request =
          days(query.type(), query.from(), query.to())
              .scanIndexForward(false)
              .limit(everythingIsVisible ? page.missing() : ROWS_A_REQUEST);
      reached.ifPresent(
          position ->
              request.exclusiveStartKey(
                  Table.MIGHTYCALL_REPORTS.key(query.type().wireName(), position)));
      QueryResponse answer = database.client().query(request.build());
      page.add(
          answer.items().stream().map(ReportRepository::reader).map(ReportItems::read).toList());
      if (!answer.hasLastEvaluatedKey()) {
        return page.upTo(Optional.empty());
      }
      reached = Optional.of(reader(answer.lastEvaluatedKey()).text("key"));
    }
    return page.upTo(reached);
  }

  private QueryRequest.Builder days(ReportType type, LocalDate from, LocalDate to) {
    // '~' sorts behind every number of the last day.
    return QueryRequest.builder()
        .tableName(database.name(Table.MIGHTYCALL_REPORTS))
        .keyConditionExpression("#type = :type AND #key BETWEEN :from AND :to")
        .expressionAttributeNames(Map.of("#type", "type", "#key", "key"))
        .expressionAttributeValues(
            new ItemWriter()
                .text(":type", type.wireName())
                .text(":from", from.toString())
                .text(":to", to + "~")
                .build());
  }

  private static ItemReader reader(Map<String, AttributeValue> item) {
    return new ItemReader(Table.MIGHTYCALL_REPORTS, item);
  }
}
