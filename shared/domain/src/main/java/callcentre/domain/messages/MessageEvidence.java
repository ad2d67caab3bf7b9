package callcentre.domain.messages;

import callcentre.domain.evidence.Choice;
import callcentre.domain.evidence.Evidence;
import callcentre.domain.evidence.Newest;
import callcentre.domain.messages.MessageFact.Absence;
import callcentre.domain.messages.MessageFact.JournalMessage;
import callcentre.domain.messages.MessageFact.ReadEdit;
import callcentre.domain.messages.MessageFact.RemovalEdit;
import callcentre.domain.messages.MessageFact.SentAs;
import callcentre.domain.messages.sending.OutgoingId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * All that is known of a message: the newest fact of each source. The same facts in any order, any
 * number of times, merged in any grouping, are the same evidence.
 *
 * @param facts at most one per {@link MessageSource}, in its order; any list is reduced to that,
 *     and a journal record without its message counts as an {@link Absence} too
 */
public record MessageEvidence(List<MessageFact> facts)
    implements Evidence<MessageFact, MessageEvidence> {

  /** Evidence of nothing: merging it changes nothing. */
  public static final MessageEvidence NONE = new MessageEvidence(List.of());

  public MessageEvidence {
    facts = Newest.perSource(withAbsences(facts));
  }

  public static MessageEvidence of(MessageFact... facts) {
    return new MessageEvidence(List.of(facts));
  }

  @Override
  public MessageEvidence with(MessageFact fact) {
    return merge(of(fact));
  }

  @Override
  public MessageEvidence merge(MessageEvidence other) {
    return new MessageEvidence(Newest.merged(facts, other.facts));
  }

  /** Whether the journal described the message, so that there is a row. */
  @Override
  public boolean isDescribed() {
    return journal().isPresent();
  }

  public Optional<JournalMessage> journal() {
    return facts.stream()
        .filter(JournalMessage.class::isInstance)
        .map(JournalMessage.class::cast)
        .findFirst();
  }

  /**
   * Whether a write would say nothing new in place of {@code stored}: the same sources say the
   * same, be it observed later, and the row looks the same.
   */
  @Override
  public boolean saysTheSameAs(MessageEvidence stored) {
    return contents().equals(stored.contents())
        && (!isDescribed() || !stored.isDescribed() || view().equals(stored.view()));
  }

  /**
   * The visible row.
   *
   * @throws IllegalStateException when nothing describes the message
   */
  public Message view() {
    JournalMessage record =
        journal()
            .orElseThrow(
                () -> new IllegalStateException("nothing describes the message: " + facts));
    return new Message(
        record.id(),
        record.businessNumber(),
        record.client(),
        record.direction(),
        record.text(),
        record.at(),
        record.delivery(),
        record.attachments(),
        record.agent(),
        read(),
        record.workflow(),
        record.comment(),
        removed(),
        facts.stream().map(MessageFact::source).toList(),
        sentAs());
  }

  private Optional<OutgoingId> sentAs() {
    return facts.stream()
        .filter(SentAs.class::isInstance)
        .map(fact -> ((SentAs) fact).message())
        .findFirst();
  }

  private boolean read() {
    return this.<Boolean>choice(MessageField.READ)
        .by(JournalMessage.class, JournalMessage::read)
        .by(ReadEdit.class, ReadEdit::read)
        .best()
        .orElse(false);
  }

  private boolean removed() {
    return this.<Boolean>choice(MessageField.REMOVED)
        .byAny(
            JournalMessage.class,
            record -> record.available() ? Optional.of(false) : Optional.empty())
        .by(Absence.class, gone -> true)
        .by(RemovalEdit.class, RemovalEdit::removed)
        .best()
        .orElse(false);
  }

  private <V> Choice<MessageField, MessageSource, V> choice(MessageField field) {
    return Choice.of(FieldRanks.TABLE, field, facts);
  }

  private List<MessageFact> contents() {
    return facts.stream().map(MessageFact::content).toList();
  }

  private static List<MessageFact> withAbsences(List<MessageFact> facts) {
    List<MessageFact> all = new ArrayList<>(facts);
    for (MessageFact fact : facts) {
      if (fact instanceof JournalMessage record && !record.available()) {
        all.add(new Absence(record.id(), record.observedAt()));
      }
    }
    return all;
  }
}
