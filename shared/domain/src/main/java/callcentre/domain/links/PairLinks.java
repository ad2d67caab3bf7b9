package callcentre.domain.links;

import callcentre.domain.links.PairEntry.Kind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Finds which records of a pair are one (design: "Joining families"): those that fit nobody but
 * each other. Records that fit several are ambiguous, and so are all that they fit. The answer is a
 * function of the set: a candidate that comes later undoes a link.
 */
public final class PairLinks {

  /** How far apart two families may place the start of one call. */
  public static final Duration CALL_TOLERANCE = Duration.ofSeconds(2);

  /** How long after its journal record's end a voicemail may be dated. */
  public static final Duration VOICEMAIL_TOLERANCE = Duration.ofSeconds(60);

  /**
   * How far around a call's start entries must be known to decide its link and the links that it
   * changes: what fits it, what fits those, and what fits these in turn.
   */
  public static final Duration CALL_REACH = CALL_TOLERANCE.multipliedBy(4);

  /** As {@link #CALL_REACH}, of voicemails: their calls last up to an hour. */
  public static final Duration VOICEMAIL_REACH = Duration.ofHours(1);

  private PairLinks() {}

  /**
   * Links journal records without a GUID to calls that start within {@link #CALL_TOLERANCE}.
   *
   * @param entries of any pairs, in any order; {@link Kind#VOICEMAIL} is left out
   * @return a link for every entry that is not joined, by its id
   */
  public static SortedMap<String, Link> ofCalls(Collection<PairEntry> entries) {
    return resolve(
        entries,
        Kind.CALL,
        (record, call) ->
            Duration.between(record.start(), call.start()).abs().compareTo(CALL_TOLERANCE) <= 0);
  }

  /**
   * Links journal records of voicemails to voicemails that were left between the record's start and
   * {@link #VOICEMAIL_TOLERANCE} after its end.
   *
   * @param entries of any pairs, in any order; {@link Kind#CALL} is left out
   * @return a link for every entry that is not joined, by its id
   */
  public static SortedMap<String, Link> ofVoicemails(Collection<PairEntry> entries) {
    return resolve(
        entries,
        Kind.VOICEMAIL,
        (record, voicemail) ->
            !voicemail.start().isBefore(record.start())
                && !voicemail.start().isAfter(record.end().plus(VOICEMAIL_TOLERANCE)));
  }

  private static SortedMap<String, Link> resolve(
      Collection<PairEntry> entries, Kind counterparts, Fit fit) {
    List<PairEntry> records = open(entries, Kind.JOURNAL);
    List<PairEntry> others = open(entries, counterparts);
    SortedMap<String, List<PairEntry>> fits = new TreeMap<>();
    records.forEach(record -> fits.put(record.id(), new ArrayList<>()));
    others.forEach(other -> fits.put(other.id(), new ArrayList<>()));
    for (PairEntry record : records) {
      for (PairEntry other : others) {
        if (record.key().isSamePair(other.key()) && fit.test(record, other)) {
          fits.getOrDefault(record.id(), List.of()).add(other);
          fits.getOrDefault(other.id(), List.of()).add(record);
        }
      }
    }
    SortedMap<String, Link> links = new TreeMap<>();
    fits.forEach((id, fitting) -> links.put(id, link(fitting, fits)));
    return links;
  }

  private static Link link(List<PairEntry> fitting, SortedMap<String, List<PairEntry>> fits) {
    if (fitting.isEmpty()) {
      return Link.NONE;
    }
    String only = fitting.getFirst().id();
    return fitting.size() == 1 && fits.getOrDefault(only, List.of()).size() == 1
        ? Link.inferred(only)
        : Link.AMBIGUOUS;
  }

  /** One entry per id: a record that was joined stays so, and keeps its earliest start. */
  private static List<PairEntry> open(Collection<PairEntry> entries, Kind kind) {
    SortedMap<String, PairEntry> byId = new TreeMap<>();
    for (PairEntry entry : entries) {
      if (entry.kind() == kind) {
        byId.merge(entry.id(), entry, PairLinks::same);
      }
    }
    return byId.values().stream().filter(entry -> !entry.joined()).toList();
  }

  private static PairEntry same(PairEntry one, PairEntry other) {
    if (one.joined() != other.joined()) {
      return one.joined() ? one : other;
    }
    int order = one.start().compareTo(other.start());
    if (order == 0) {
      order = one.toString().compareTo(other.toString());
    }
    return order <= 0 ? one : other;
  }

  private interface Fit {
    boolean test(PairEntry record, PairEntry other);
  }
}
