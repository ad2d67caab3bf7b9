package callcentre.functions.messages;

import callcentre.domain.calls.Agent;
import callcentre.domain.calls.Direction;
import callcentre.domain.calls.Party;
import callcentre.domain.calls.WorkflowState;
import callcentre.domain.messages.Attachment;
import callcentre.domain.messages.Delivery;
import callcentre.domain.messages.MessageFact.JournalMessage;
import callcentre.domain.messages.MessageId;
import callcentre.domain.people.Extension;
import callcentre.domain.phone.PhoneNumber;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What a sync would make of the journal's answers, written down for tests. */
final class Facts {

  static final PhoneNumber MAIN = new PhoneNumber("+12125550147");
  static final PhoneNumber SECOND = new PhoneNumber("+12125550148");
  static final PhoneNumber OTHER = new PhoneNumber("+18482161220");
  static final PhoneNumber CLIENT = new PhoneNumber("+19175550188");
  static final PhoneNumber NEIGHBOUR = new PhoneNumber("+13475550123");
  static final Instant OBSERVED = Instant.parse("2026-11-21T09:50:00Z");

  private Facts() {}

  static MessageId id(int number) {
    return new MessageId("66e5%020x".formatted(number));
  }

  static JournalMessage received(int number, PhoneNumber business, PhoneNumber from, String text) {
    return message(
        number,
        business,
        from,
        Direction.INCOMING,
        Delivery.UNSPECIFIED,
        text,
        0,
        Optional.empty(),
        Instant.parse("2026-11-21T09:00:00Z").plusSeconds(number));
  }

  static JournalMessage message(
      int number,
      PhoneNumber business,
      PhoneNumber client,
      Direction direction,
      Delivery delivery,
      String text,
      int files,
      Optional<String> extension,
      Instant at) {
    List<Attachment> attachments =
        files == 0 ? List.of() : List.of(new Attachment("map.png", 2_048, true, false));
    return new JournalMessage(
        id(number),
        Optional.empty(),
        Optional.of(business),
        Party.number(client, Optional.of("Jordan Blake")),
        direction,
        Optional.of(text),
        at,
        delivery,
        attachments,
        extension.map(digits -> new Agent(new Extension(digits), Optional.of("Agent " + digits))),
        false,
        WorkflowState.NONE,
        Optional.empty(),
        true,
        OBSERVED);
  }
}
