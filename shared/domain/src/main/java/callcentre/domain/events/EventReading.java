package callcentre.domain.events;

import callcentre.domain.evidence.ProviderIds;
import callcentre.domain.people.Extension;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What became of reading an event. Nothing is ever dropped: what is not understood is parked. */
public sealed interface EventReading {

  /** It says something of a call. */
  record Understood(CallEvent event) implements EventReading {}

  /** It stays visible with the reason, and can be replayed when the reason is gone. */
  record Parked(Reason reason) implements EventReading {}

  /** Why an event says nothing of a call. */
  enum Reason {
    /** Its type is in no table (MightyCall reference 4.4, 4.6). */
    UNKNOWN_TYPE,
    /** It names no call, or one of zeros. */
    NO_CALL_ID,
    /** Without a time it has no place among the events of its call. */
    NO_TIMESTAMP,
    /** An extension that is none: whether it is a leg or the call that ended cannot be told. */
    UNREADABLE_EXTENSION;

    /** The name in answers, for example {@code unknown_type}. */
    public String wireName() {
      return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Reason> ofWireName(String name) {
      return Arrays.stream(values()).filter(value -> value.wireName().equals(name)).findFirst();
    }
  }

  /** Reads an event by the tables of {@link EventType}. */
  static EventReading of(EventNotice notice) {
    Optional<EventType> type = EventType.ofName(notice.type());
    if (type.isEmpty()) {
      return new Parked(Reason.UNKNOWN_TYPE);
    }
    Optional<String> call = notice.callId().flatMap(ProviderIds::guid);
    if (call.isEmpty()) {
      return new Parked(Reason.NO_CALL_ID);
    }
    Optional<Instant> at = notice.at();
    if (at.isEmpty()) {
      return new Parked(Reason.NO_TIMESTAMP);
    }
    Optional<Extension> extension = notice.extension().flatMap(Extension::find);
    if (notice.extension().isPresent() && extension.isEmpty()) {
      return new Parked(Reason.UNREADABLE_EXTENSION);
    }
    EventStep step = type.get().step(extension.isPresent());
    EventMark mark = new EventMark(type.get().family(), step, extension);
    return new Understood(new CallEvent(call.get(), mark, at.get(), notice.from(), notice.to()));
  }
}
