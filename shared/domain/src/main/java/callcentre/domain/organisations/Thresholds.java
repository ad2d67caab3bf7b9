package callcentre.domain.organisations;

import callcentre.domain.reports.HistogramEdges;
import callcentre.domain.validation.FieldErrors;

/**
 * Where the figures draw their lines. The waits and talks are kept in histograms with fixed edges,
 * so a threshold has to be one of them (design: Reports).
 *
 * @param serviceLevelSeconds a call answered within this wait meets the service level; one of
 *     {@link HistogramEdges#WAIT_SECONDS}
 * @param serviceLevelTargetPercent the share of calls that should meet it, 1 to 100
 * @param shortAbandonSeconds a caller who gives up within this wait is not counted as abandoned; 0
 *     counts everybody, else one of {@link HistogramEdges#WAIT_SECONDS}
 * @param convertedCallSeconds a call that talked at least this long counts as converted; one of
 *     {@link HistogramEdges#TALK_SECONDS}
 */
public record Thresholds(
    int serviceLevelSeconds,
    int serviceLevelTargetPercent,
    int shortAbandonSeconds,
    int convertedCallSeconds) {

  /** 80 % within 20 seconds, as most centres measure it. */
  public static final Thresholds DEFAULTS = new Thresholds(20, 80, 5, 120);

  public Thresholds {
    new FieldErrors()
        .require(
            HistogramEdges.WAIT_SECONDS.contains(serviceLevelSeconds),
            "service_level_seconds",
            "must be one of " + HistogramEdges.WAIT_SECONDS)
        .requireBetween(serviceLevelTargetPercent, 1, 100, "service_level_target_percent")
        .require(
            shortAbandonSeconds == 0 || HistogramEdges.WAIT_SECONDS.contains(shortAbandonSeconds),
            "short_abandon_seconds",
            "must be 0 or one of " + HistogramEdges.WAIT_SECONDS)
        .require(
            HistogramEdges.TALK_SECONDS.contains(convertedCallSeconds),
            "converted_call_seconds",
            "must be one of " + HistogramEdges.TALK_SECONDS)
        .throwIfAny();
  }
}
