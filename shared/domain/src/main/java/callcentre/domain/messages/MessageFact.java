package callcentre.domain.messages;

import callcentre.domain.calls.Agent;
import callcentre.domain.calls.Direction;
import callcentre.domain.calls.Party;
import callcentre.domain.calls.WorkflowState;
import callcentre.domain.evidence.Fact;
import callcentre.domain.messages.sending.OutgoingId;
import callcentre.domain.phone.PhoneNumber;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Something a source said of one message. */
public sealed interface MessageFact extends Fact<MessageSource> {

  MessageId id();

  /** This fact at a fixed time. */
  MessageFact content();

  /**
   * A journal record of a text message.
   *
   * @param guid the record's {@code requestGuid}; empty when it has zeros there. Whether it equals
   *     the id that sending answered is not known (MightyCall reference 3.8)
   * @param businessNumber the account's number; empty when the provider's text is no number
   * @param client the other end
   * @param direction {@link Direction#INCOMING} or {@link Direction#OUTGOING}, else unknown
   * @param text empty for a message of files alone
   * @param comment empty when there is none
   * @param available whether the provider still has the message; a record without it marks the row
   *     removed and leaves what was known of it
   */
  record JournalMessage(
      MessageId id,
      Optional<String> guid,
      Optional<PhoneNumber> businessNumber,
      Party client,
      Direction direction,
      Optional<String> text,
      Instant at,
      Delivery delivery,
      List<Attachment> attachments,
      Optional<Agent> agent,
      boolean read,
      WorkflowState workflow,
      Optional<String> comment,
      boolean available,
      Instant observedAt)
      implements MessageFact {

    public JournalMessage {
      attachments = List.copyOf(attachments);
    }

    @Override
    public MessageSource source() {
      return MessageSource.JOURNAL;
    }

    /** A record whose message is gone knows less than the one before. */
    @Override
    public boolean settled() {
      return available;
    }

    @Override
    public MessageFact content() {
      return new JournalMessage(
          id,
          guid,
          businessNumber,
          client,
          direction,
          text,
          at,
          delivery,
          attachments,
          agent,
          read,
          workflow,
          comment,
          available,
          Instant.EPOCH);
    }
  }

  /** The provider said that it no longer has the message. */
  record Absence(MessageId id, Instant observedAt) implements MessageFact {

    @Override
    public MessageSource source() {
      return MessageSource.ABSENCE;
    }

    @Override
    public MessageFact content() {
      return new Absence(id, Instant.EPOCH);
    }
  }

  /**
   * The record is the journal's of a message that we sent, which has a row of its own.
   *
   * @param message the row that shows both
   */
  record SentAs(MessageId id, OutgoingId message, Instant observedAt) implements MessageFact {

    @Override
    public MessageSource source() {
      return MessageSource.SENT_AS;
    }

    @Override
    public MessageFact content() {
      return new SentAs(id, message, Instant.EPOCH);
    }
  }

  /** Something that a person here changed in the journal, after the provider took it. */
  sealed interface MessageEdit extends MessageFact {}

  record ReadEdit(MessageId id, boolean read, Instant observedAt) implements MessageEdit {

    @Override
    public MessageSource source() {
      return MessageSource.READ_EDIT;
    }

    @Override
    public MessageFact content() {
      return new ReadEdit(id, read, Instant.EPOCH);
    }
  }

  /**
   * @param removed false when it was restored
   */
  record RemovalEdit(MessageId id, boolean removed, Instant observedAt) implements MessageEdit {

    @Override
    public MessageSource source() {
      return MessageSource.REMOVAL_EDIT;
    }

    @Override
    public MessageFact content() {
      return new RemovalEdit(id, removed, Instant.EPOCH);
    }
  }
}
