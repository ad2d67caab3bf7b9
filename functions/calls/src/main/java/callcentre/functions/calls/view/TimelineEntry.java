package callcentre.functions.calls.view;

import callcentre.domain.calls.Agent;
import callcentre.domain.calls.Call;
import callcentre.domain.events.EventNotice;
import callcentre.domain.events.Timeline;
import callcentre.domain.people.Extension;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * Something that happened in a call, and when.
 *
 * @param event MightyCall's name of the event; where no event of the call is kept, {@code started},
 *     {@code connected} or {@code ended}
 * @param extension of the colleague whom it is about
 */
public record TimelineEntry(String event, Instant at, Optional<String> extension) {

  /** What the call's events tell; where there are none, what its evidence tells. */
  static List<TimelineEntry> of(Call call, Collection<EventNotice> events) {
    List<TimelineEntry> told =
        Timeline.of(events).stream()
            .map(line -> new TimelineEntry(line.event(), line.at(), line.extension()))
            .toList();
    return told.isEmpty() ? ofEvidence(call) : told;
  }

  /**
   * What the evidence tells, in order of time. A moment that no source knows is left out: when a
   * missed call ended, for example, the provider never says.
   */
  private static List<TimelineEntry> ofEvidence(Call call) {
    List<TimelineEntry> entries = new ArrayList<>();
    entries.add(
        new TimelineEntry(
            "started", call.startedAt(), call.from().extension().map(Extension::digits)));
    Optional<String> agent = call.agent().map(Agent::extension).map(Extension::digits);
    call.connectedAt().ifPresent(at -> entries.add(new TimelineEntry("connected", at, agent)));
    call.endedAt().ifPresent(at -> entries.add(new TimelineEntry("ended", at, Optional.empty())));
    return List.copyOf(entries);
  }
}
