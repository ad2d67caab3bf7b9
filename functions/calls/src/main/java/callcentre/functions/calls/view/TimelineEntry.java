package callcentre.functions.calls.view;

import callcentre.domain.calls.Agent;
import callcentre.domain.calls.Call;
import callcentre.domain.people.Extension;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Something that happened in a call, and when.
 *
 * @param event {@code started}, {@code connected} or {@code ended}
 * @param extension of the colleague whom it is about
 */
public record TimelineEntry(String event, Instant at, Optional<Extension> extension) {

  /**
   * What the call's evidence tells, in order of time. A moment that no source knows is left out:
   * when a missed call ended, for example, the provider never says.
   */
  static List<TimelineEntry> of(Call call) {
    List<TimelineEntry> entries = new ArrayList<>();
    entries.add(new TimelineEntry("started", call.startedAt(), call.from().extension()));
    Optional<Extension> agent = call.agent().map(Agent::extension);
    call.connectedAt().ifPresent(at -> entries.add(new TimelineEntry("connected", at, agent)));
    call.endedAt().ifPresent(at -> entries.add(new TimelineEntry("ended", at, Optional.empty())));
    return List.copyOf(entries);
  }
}
