package callcentre.domain.messages;

import static callcentre.domain.messages.MessageSource.ABSENCE;
import static callcentre.domain.messages.MessageSource.JOURNAL;
import static callcentre.domain.messages.MessageSource.READ_EDIT;
import static callcentre.domain.messages.MessageSource.REMOVAL_EDIT;

import callcentre.domain.evidence.RankTable;
import java.util.Set;

/** Whom a row believes, field by field: the one table of it. Only the journal has the others. */
final class FieldRanks {

  static final RankTable<MessageField, MessageSource> TABLE =
      new RankTable<MessageField, MessageSource>()
          .believing(MessageField.READ, Set.of(JOURNAL, READ_EDIT))
          .believing(MessageField.REMOVED, Set.of(JOURNAL, ABSENCE, REMOVAL_EDIT));

  private FieldRanks() {}
}
