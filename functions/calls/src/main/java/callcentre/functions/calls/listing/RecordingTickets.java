package callcentre.functions.calls.listing;

import callcentre.api.access.Caller;
import callcentre.api.problem.ApiException;
import callcentre.api.tickets.AudioAddress;
import callcentre.api.tickets.AudioItem;
import callcentre.api.tickets.AudioKind;
import callcentre.api.tickets.TicketDesk;
import callcentre.domain.calls.Call;
import callcentre.domain.calls.CallId;
import callcentre.domain.calls.Recording;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.stream.Stream;

/** Lets people hear recordings of calls that they may see. */
@Singleton
public final class RecordingTickets {

  private final VisibleCalls calls;
  private final TicketDesk desk;

  RecordingTickets(VisibleCalls calls, TicketDesk desk) {
    this.calls = calls;
    this.desk = desk;
  }

  /**
   * Where the recording of a call is played. Neither written nor asked of the provider here: that
   * happens when it is played.
   *
   * @throws ApiException 404 for a call that the caller may not see, or without a recording
   */
  public AudioAddress issue(String id, Caller caller) {
    Call call = calls.require(id, caller);
    Recording recording =
        call.recording()
            .filter(Recording::available)
            .orElseThrow(() -> ApiException.notFound("recording"));
    List<String> providerIds =
        Stream.concat(Stream.of(call.id()), call.journalId().stream())
            .map(CallId::value)
            .distinct()
            .toList();
    AudioItem item =
        new AudioItem(AudioKind.RECORDING, call.id().value(), providerIds, recording.link());
    return desk.issue(caller.principal(), item, recording.length().or(call::duration));
  }
}
