package callcentre.storage.voicemails;

import callcentre.domain.ownership.Interval;
import callcentre.domain.ownership.Scope;
import callcentre.domain.people.Extension;
import callcentre.domain.people.RowScope;
import callcentre.domain.phone.PhoneNumber;
import callcentre.domain.voicemails.Voicemail;
import callcentre.domain.voicemails.VoicemailEvidence;
import callcentre.domain.voicemails.VoicemailFact;
import callcentre.domain.voicemails.VoicemailId;
import callcentre.domain.voicemails.VoicemailSource;
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
import callcentre.storage.history.Stretch;
import callcentre.storage.history.TimeIndex;
import callcentre.storage.history.TimeKeys;
import callcentre.storage.links.Found;
import callcentre.storage.links.LinkedImages;
import callcentre.storage.links.LinkedReader;
import callcentre.storage.links.RowImage;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Reads voicemails: table {@code voicemail_logs}. */
public final class VoicemailQueries {

  private static final TimeIndex BY_MONTH =
      new TimeIndex(
          Table.VOICEMAIL_LOGS, "by_month", VoicemailColumns.MONTH, VoicemailColumns.RECEIVED);
  private static final TimeIndex BY_NUMBER =
      new TimeIndex(
          Table.VOICEMAIL_LOGS,
          "by_number",
          VoicemailColumns.BUSINESS_NUMBER,
          VoicemailColumns.RECEIVED);

  /** More stretches of numbers than this cost fewer queries by month. */
  private static final int FEW = HistoryPages.MOST_QUERIES - 1;

  private static final LinkedImages<VoicemailFact, VoicemailEvidence> IMAGES =
      new LinkedImages<>(new VoicemailRecords(Retention::forEver));

  private final Database database;
  private final LinkedReader<VoicemailFact, VoicemailEvidence> reader;
  private final HistoryCounts<VoicemailSource> counts;

  /**
   * @param clock tells which rows are over
   */
  public VoicemailQueries(Database database, InstantSource clock) {
    this.database = database;
    this.reader = new LinkedReader<>(database, new VoicemailRecords(Retention::forEver), clock);
    this.counts =
        new HistoryCounts<>(
            database, BY_MONTH, VoicemailColumns.SOURCES, VoicemailSource::ofWireName);
  }

  /**
   * The voicemail that answers under an id, also one that is gone at the provider, strongly
   * consistent: 1 request, 2 for an earlier id.
   */
  public Optional<Voicemail> find(VoicemailId id) {
    return reader.find(id.value()).flatMap(VoicemailQueries::view);
  }

  /**
   * The voicemails that answer under ids, by the id that was asked for: 1 to 2 requests per 100.
   */
  public Map<VoicemailId, Voicemail> findAll(Collection<VoicemailId> ids) {
    Map<VoicemailId, Voicemail> found = new HashMap<>();
    reader
        .findAll(ids.stream().map(VoicemailId::value).distinct().toList())
        .forEach(
            (id, row) ->
                view(row).ifPresent(voicemail -> found.put(new VoicemailId(id), voicemail)));
    return found;
  }

  /**
   * A page, newest first: 2 requests as a rule, at most {@link HistoryPages#MOST_QUERIES} queries
   * and as many reads of rows; the page may then be short although more follow.
   *
   * @param limit 1 or more
   */
  public Page<Voicemail> page(VoicemailQuery query, int limit, Optional<PageKey> from) {
    return versionedPage(query, limit, from).map(Versioned::value);
  }

  /** The rows of {@link #page} with their versions. */
  public Page<Versioned<Voicemail>> versionedPage(
      VoicemailQuery query, int limit, Optional<PageKey> from) {
    boolean selective = query.read().isPresent() || !query.scope().isEverything();
    return new HistoryPages<Versioned<Voicemail>>(
            database,
            stretches(query),
            selective,
            item -> isCandidate(query, item),
            this::rows,
            row -> query.matches(row.value()))
        .page(limit, from);
  }

  /**
   * How many voicemails were left in a stretch of time, those gone at the provider included, as the
   * index by month has it: 1 request per megabyte.
   *
   * @param to the first instant after it
   */
  public SourceCounts<VoicemailSource> count(Instant from, Instant to) {
    return counts.count(from, to);
  }

  private static List<Stretch> stretches(VoicemailQuery query) {
    if (query.scope().isEmpty()) {
      return List.of();
    }
    if (query.businessNumber().isPresent()) {
      return List.of(
          Stretch.of(BY_NUMBER, query.businessNumber().get().e164(), query.from(), query.to()));
    }
    List<Stretch> months = List.of(Stretch.ofMonths(BY_MONTH, query.from(), query.to()));
    return switch (query.scope().numbers()) {
      case Scope.Everything all -> months;
      case Scope.Owned owned -> {
        List<Stretch> numbers = ofNumbers(query, owned);
        // Their own voicemails are in no index of their own.
        boolean byNumber = query.scope().own().isEmpty() && numbers.size() <= FEW;
        yield byNumber ? numbers : months;
      }
    };
  }

  private static List<Stretch> ofNumbers(VoicemailQuery query, Scope.Owned owned) {
    List<Stretch> stretches = new ArrayList<>();
    for (PhoneNumber number : owned.numbers()) {
      for (Interval interval : owned.intervals().getOrDefault(number, List.of())) {
        Instant from = interval.from().isAfter(query.from()) ? interval.from() : query.from();
        Instant to = interval.to().filter(query.to()::isAfter).orElse(query.to());
        if (from.isBefore(to)) {
          stretches.add(Stretch.of(BY_NUMBER, number.e164(), from, to));
        }
      }
    }
    return stretches;
  }

  private static boolean isCandidate(VoicemailQuery query, ItemReader item) {
    RowScope scope = query.scope();
    Optional<PhoneNumber> number =
        item.findText(VoicemailColumns.BUSINESS_NUMBER).map(PhoneNumber::new);
    List<Extension> extension =
        item.findText(VoicemailColumns.EXTENSION).map(Extension::new).stream().toList();
    Instant received = item.read(VoicemailColumns.RECEIVED, TimeKeys::timeOf);
    return scope.contains(number, extension, received)
        || scope.contains(number, extension, received.plus(TimeKeys.CUT));
  }

  private Map<String, Versioned<Voicemail>> rows(Set<String> ids) {
    Map<String, Versioned<Voicemail>> found = new HashMap<>();
    reader
        .rows(ids)
        .forEach(
            (id, row) ->
                view(row).ifPresent(each -> found.put(id, new Versioned<>(each, row.version()))));
    return found;
  }

  /** What an item of the table says that came by another way, for example by its stream. */
  public static Optional<RowImage<Voicemail>> image(Map<String, AttributeValue> item) {
    return IMAGES.read(new ItemReader(Table.VOICEMAIL_LOGS, item), VoicemailQueries::view);
  }

  private static Optional<Voicemail> view(Found<VoicemailEvidence> row) {
    return row.evidence().isDescribed()
        ? Optional.of(row.evidence().view(row.ambiguous()))
        : Optional.empty();
  }
}
