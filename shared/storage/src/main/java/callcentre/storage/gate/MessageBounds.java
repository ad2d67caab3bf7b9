package callcentre.storage.gate;

import callcentre.domain.messages.MessageFact;
import callcentre.domain.messages.MessageFact.Absence;
import callcentre.domain.messages.MessageFact.JournalMessage;
import callcentre.domain.messages.MessageFact.MessageEdit;
import callcentre.domain.messages.MessageFact.SentAs;
import callcentre.storage.gate.Refused.Reason;
import java.util.Optional;
import java.util.stream.Stream;

/** What a text message can be. */
final class MessageBounds {

  private MessageBounds() {}

  static Optional<Reason> reason(MessageFact fact, Bounds bounds) {
    return switch (fact) {
      case JournalMessage journal ->
          bounds.reason(Stream.of(journal.at(), journal.observedAt()), Stream.empty(), journal);
      case Absence absence ->
          bounds.reason(Stream.of(absence.observedAt()), Stream.empty(), absence);
      case SentAs own -> bounds.reason(Stream.of(own.observedAt()), Stream.empty(), own);
      case MessageEdit edit -> bounds.reason(Stream.of(edit.observedAt()), Stream.empty(), edit);
    };
  }
}
