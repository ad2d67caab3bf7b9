package callcentre.functions.calls.view;

import callcentre.domain.calls.Call;
import callcentre.domain.events.EventNotice;
import callcentre.domain.ownership.NumberDirectory;
import callcentre.views.CallView;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.Collection;
import java.util.List;

/**
 * One call with who was dialled and what happened when (contract: "GET …/calls/{id}").
 *
 * @param call its members are members of the answer itself
 */
public record CallDetail(
    @JsonUnwrapped CallView call, List<LegView> legs, List<TimelineEntry> timeline) {

  /**
   * The call, with its owner as the directory knows it.
   *
   * @param events those that are kept of it
   */
  public static CallDetail of(Call call, NumberDirectory owners, Collection<EventNotice> events) {
    return new CallDetail(
        CallView.of(call, owners),
        call.legs().stream().map(LegView::of).toList(),
        TimelineEntry.of(call, events));
  }
}
