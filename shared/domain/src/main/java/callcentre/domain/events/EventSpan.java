package callcentre.domain.events;

import java.time.Instant;

/**
 * When something was said of a call for the first and for the last time. In between it does not
 * matter how often, which is what makes repetition harmless.
 */
public record EventSpan(Instant first, Instant last) {

  public EventSpan {
    if (last.isBefore(first)) {
      throw new IllegalArgumentException(last + " is before " + first);
    }
  }

  static EventSpan at(Instant at) {
    return new EventSpan(at, at);
  }

  EventSpan join(EventSpan other) {
    return new EventSpan(
        other.first.isBefore(first) ? other.first : first,
        other.last.isAfter(last) ? other.last : last);
  }

  @Override
  public String toString() {
    return first.equals(last) ? first.toString() : first + "/" + last;
  }
}
