package callcentre.domain.extensions;

import callcentre.domain.extensions.ExtensionFact.Assigned;
import callcentre.domain.people.Extension;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Which extensions one sync asks the provider about, each for one request of the daily budget.
 *
 * <p>New candidates come first, then the known ones, those read longest ago first. A miss is
 * remembered for {@link #MISS_MEMORY}, unless somebody was assigned to the extension or took part
 * in a call since.
 *
 * @param probes in the order in which they are asked
 * @param postponed how many are left for later syncs because of the limit
 * @param everybodyAsked whether after these probes no candidate is left that was never asked about
 */
public record ProbePlan(List<Extension> probes, int postponed, boolean everybodyAsked) {

  /** How long a miss is believed (design: "Users, organisations, numbers"). */
  public static final Duration MISS_MEMORY = Duration.ofDays(7);

  public ProbePlan {
    probes = List.copyOf(probes);
  }

  /**
   * @param known evidence of every extension that was ever heard of, misses included, with this
   *     sync's assignments already merged
   * @param range tried although nobody named it
   * @param answered what this sync knows already, from the own profile
   * @param limit how many requests may be spent, 0 or more
   */
  public static ProbePlan of(
      Collection<ExtensionEvidence> known,
      Optional<ProbeRange> range,
      Set<Extension> answered,
      int limit,
      Instant now) {
    Map<Extension, ExtensionEvidence> candidates = new TreeMap<>();
    range.ifPresent(
        tried ->
            tried
                .extensions()
                .forEach(
                    extension -> candidates.put(extension, ExtensionEvidence.none(extension))));
    known.forEach(evidence -> candidates.put(evidence.extension(), evidence));
    candidates.keySet().removeAll(new TreeSet<>(answered));

    List<ExtensionEvidence> due = new ArrayList<>();
    for (ExtensionEvidence candidate : candidates.values()) {
      if (!rests(candidate, now)) {
        due.add(candidate);
      }
    }
    due.sort(
        Comparator.comparing(ProbePlan::lastAskedAt).thenComparing(ExtensionEvidence::extension));
    List<ExtensionEvidence> asked = due.stream().limit(limit).toList();
    List<ExtensionEvidence> left = due.subList(asked.size(), due.size());
    return new ProbePlan(
        asked.stream().map(ExtensionEvidence::extension).toList(),
        left.size(),
        left.stream().noneMatch(ProbePlan::isNew));
  }

  private static boolean isNew(ExtensionEvidence candidate) {
    return candidate.profile().isEmpty() && candidate.miss().isEmpty();
  }

  private static boolean rests(ExtensionEvidence candidate, Instant now) {
    if (!candidate.isMissed()) {
      return false;
    }
    Instant missedAt = lastAskedAt(candidate);
    boolean assignedSince =
        candidate
            .currentAssignment()
            .map(Assigned::observedAt)
            .filter(missedAt::isBefore)
            .isPresent();
    boolean seenSince =
        candidate.seen().filter(call -> missedAt.isBefore(call.observedAt())).isPresent();
    return !assignedSince && !seenSince && missedAt.plus(MISS_MEMORY).isAfter(now);
  }

  private static Instant lastAskedAt(ExtensionEvidence candidate) {
    return candidate.lastAskedAt().orElse(Instant.EPOCH);
  }
}
