package callcentre.storage.calls;

import callcentre.domain.calls.Call;
import callcentre.domain.calls.CallEvidence;
import callcentre.domain.calls.CallFact;
import callcentre.domain.calls.CallId;
import callcentre.domain.calls.CallSource;
import callcentre.domain.calls.CallStatus;
import callcentre.domain.calls.Direction;
import callcentre.domain.people.Extension;
import callcentre.domain.people.RowScope;
import callcentre.domain.phone.PhoneNumber;
import callcentre.storage.Page;
import callcentre.storage.PageKey;
import callcentre.storage.Table;
import callcentre.storage.Versioned;
import callcentre.storage.database.Database;
import callcentre.storage.database.ItemReader;
import callcentre.storage.history.HistoryCounts;
import callcentre.storage.history.HistoryPages;
import callcentre.storage.history.Retention;
import callcentre.storage.history.SourceCounts;
import callcentre.storage.history.TimeKeys;
import callcentre.storage.links.Found;
import callcentre.storage.links.LinkedImages;
import callcentre.storage.links.LinkedReader;
import callcentre.storage.links.RowImage;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Reads calls: table {@code call_history}. */
public final class CallQueries {

  private static final String LEG = "leg#";

  private static final LinkedImages<CallFact, CallEvidence> IMAGES =
      new LinkedImages<>(new CallRecords(Retention::forEver));

  private final Database database;
  private final LinkedReader<CallFact, CallEvidence> reader;
  private final HistoryCounts<CallSource> counts;

  /**
   * @param clock tells which rows are over
   */
  public CallQueries(Database database, InstantSource clock) {
    this.database = database;
    this.reader = new LinkedReader<>(database, new CallRecords(Retention::forEver), clock);
    this.counts =
        new HistoryCounts<>(
            database, CallLanes.BY_MONTH, CallColumns.SOURCES, CallSource::ofWireName);
  }

  /** The call that answers under an id, strongly consistent: 1 request, 2 for an earlier id. */
  public Optional<Call> find(CallId id) {
    return reader.find(id.value()).flatMap(CallQueries::view);
  }

  /** The calls that answer under ids, by the id that was asked for: 1 to 2 requests per 100. */
  public Map<CallId, Call> findAll(Collection<CallId> ids) {
    Map<CallId, Call> calls = new HashMap<>();
    reader
        .findAll(ids.stream().map(CallId::value).distinct().toList())
        .forEach((id, row) -> view(row).ifPresent(call -> calls.put(new CallId(id), call)));
    return calls;
  }

  /**
   * A page, newest first: 2 requests as a rule, 1 per number where a few numbers are read, at most
   * {@link HistoryPages#MOST_QUERIES} queries and as many reads of rows; the page may then be short
   * although more follow.
   *
   * @param limit 1 or more
   */
  public Page<Call> page(CallQuery query, int limit, Optional<PageKey> from) {
    return versionedPage(query, limit, from).map(Versioned::value);
  }

  /** The rows of {@link #page} with their versions. */
  public Page<Versioned<Call>> versionedPage(CallQuery query, int limit, Optional<PageKey> from) {
    CallLanes lanes = new CallLanes(query);
    return new HistoryPages<Versioned<Call>>(
            database,
            lanes.stretches(),
            lanes.isSelective(),
            item -> isCandidate(query, item),
            this::rows,
            row -> query.matches(row.value()))
        .page(limit, from);
  }

  /**
   * How many calls started in a stretch of time, as the index by month has it: 1 request per
   * megabyte, some 3,000 calls.
   *
   * @param to the first instant after it
   */
  public SourceCounts<CallSource> count(Instant from, Instant to) {
    return counts.count(from, to);
  }

  private Map<String, Versioned<Call>> rows(Set<String> ids) {
    Map<String, Versioned<Call>> calls = new HashMap<>();
    reader
        .rows(ids)
        .forEach(
            (id, row) ->
                view(row).ifPresent(call -> calls.put(id, new Versioned<>(call, row.version()))));
    return calls;
  }

  /** What an item of the table says that came by another way, for example by its stream. */
  public static Optional<RowImage<Call>> image(Map<String, AttributeValue> item) {
    return IMAGES.read(new ItemReader(Table.CALL_HISTORY, item), CallQueries::view);
  }

  private static Optional<Call> view(Found<CallEvidence> row) {
    return row.evidence().isDescribed()
        ? Optional.of(row.evidence().view(row.ambiguous()))
        : Optional.empty();
  }

  /** What the index knows decides early; a leg knows nothing but whose it is. */
  private static boolean isCandidate(CallQuery query, ItemReader item) {
    if (item.text("id").startsWith(LEG)) {
      return true;
    }
    Direction direction =
        item.findText(CallColumns.DIRECTION)
            .flatMap(Direction::ofWireName)
            .orElse(Direction.UNKNOWN);
    CallStatus outcome =
        item.findText(CallColumns.OUTCOME)
            .flatMap(CallStatus::ofWireName)
            .orElse(CallStatus.UNKNOWN);
    return query.selection().matches(direction, outcome) && isInside(query, item);
  }

  private static boolean isInside(CallQuery query, ItemReader item) {
    RowScope scope = query.scope();
    Optional<PhoneNumber> number = item.findText(CallColumns.BUSINESS_NUMBER).map(PhoneNumber::new);
    List<Extension> agent =
        item.findText(CallColumns.EXTENSION).map(Extension::new).stream().toList();
    if (query.businessNumber().isPresent() && !query.businessNumber().equals(number)) {
      return false;
    }
    Instant started = item.read(CallColumns.STARTED, TimeKeys::timeOf);
    return CallLanes.leavesOwnToTheRow(query)
        || scope.contains(number, agent, started)
        || scope.contains(number, agent, started.plus(TimeKeys.CUT));
  }
}
