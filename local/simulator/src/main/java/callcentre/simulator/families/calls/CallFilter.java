package callcentre.simulator.families.calls;

import callcentre.simulator.history.CallState;
import callcentre.simulator.history.Origin;
import callcentre.simulator.history.PhoneCall;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** The values of {@code callFilter} (MightyCall reference 3.1). */
enum CallFilter {
  INCOMING("Incoming", true, call -> call.origin() == Origin.INBOUND),
  OUTGOING("Outgoing", true, call -> call.origin() == Origin.OUTBOUND),
  IN_OUTGOING(
      "InOutgoing",
      true,
      call -> call.origin() == Origin.INBOUND || call.origin() == Origin.OUTBOUND),
  INTERNAL_ONLY("InternalOnly", true, call -> call.origin() == Origin.INTERNAL),
  CALLBACK_WIDGET("CallbackWidget", true, call -> call.origin() == Origin.CALLBACK),
  CONNECTED("Connected", false, call -> call.state() == CallState.CONNECTED),
  MISSED("Missed", false, call -> call.state().callWord().equals("Missed")),
  CANCELED("Canceled", false, call -> call.state() == CallState.CANCELED),
  DROPPED("Dropped", false, call -> call.state().callWord().equals("Dropped")),
  VOICEMAIL("Voicemail", false, call -> call.state() == CallState.VOICEMAIL);

  private final String word;
  private final boolean ofDirection;
  private final Predicate<PhoneCall> fits;

  CallFilter(String word, boolean ofDirection, Predicate<PhoneCall> fits) {
    this.word = word;
    this.ofDirection = ofDirection;
    this.fits = fits;
  }

  /** The filter of this name, in any case. */
  static Optional<CallFilter> ofWord(String word) {
    return Arrays.stream(values()).filter(filter -> filter.word.equalsIgnoreCase(word)).findFirst();
  }

  /** Several together: any of the directions named, and any of the states named. */
  static Predicate<PhoneCall> all(List<CallFilter> filters) {
    return anyOf(filters.stream().filter(filter -> filter.ofDirection).toList())
        .and(anyOf(filters.stream().filter(filter -> !filter.ofDirection).toList()));
  }

  private static Predicate<PhoneCall> anyOf(List<CallFilter> filters) {
    return call -> filters.isEmpty() || filters.stream().anyMatch(filter -> filter.fits.test(call));
  }
}
