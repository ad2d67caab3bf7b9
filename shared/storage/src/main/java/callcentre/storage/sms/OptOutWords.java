package callcentre.storage.sms;

import callcentre.domain.calls.Direction;
import callcentre.domain.messages.MessageFact;
import callcentre.domain.messages.MessageFact.JournalMessage;
import callcentre.domain.messages.sending.OptOut;
import callcentre.domain.messages.text.Keyword;
import callcentre.domain.phone.PhoneNumber;
import callcentre.storage.gate.Admitted;
import java.util.List;
import java.util.Optional;

/** Takes clients at their word who wrote STOP or START (contract: {@code sms-opt-outs}). */
public final class OptOutWords {

  private final OptOuts optOuts;

  public OptOutWords(OptOuts optOuts) {
    this.optOuts = optOuts;
  }

  /**
   * Notes the words of messages that came in: 1 request for each message that is nothing but such a
   * word, none for all others. The same messages again change nothing.
   *
   * @param facts of the journal, in any order
   */
  public void note(List<Admitted<MessageFact>> facts) {
    for (Admitted<MessageFact> fact : facts) {
      word(fact.value()).ifPresent(optOuts::note);
    }
  }

  private static Optional<OptOut> word(MessageFact fact) {
    if (!(fact instanceof JournalMessage message) || message.direction() != Direction.INCOMING) {
      return Optional.empty();
    }
    Optional<PhoneNumber> client = message.client().phone();
    Optional<PhoneNumber> business = message.businessNumber();
    Optional<Keyword> keyword = message.text().flatMap(Keyword::of);
    if (client.isEmpty() || business.isEmpty() || keyword.isEmpty()) {
      return Optional.empty();
    }
    Optional<Boolean> stopped =
        switch (keyword.get()) {
          case STOP -> Optional.of(true);
          case START -> Optional.of(false);
          case HELP -> Optional.empty();
        };
    return stopped.map(
        stop ->
            new OptOut(
                business.get(), client.get(), stop, message.at(), "message:" + message.id()));
  }
}
