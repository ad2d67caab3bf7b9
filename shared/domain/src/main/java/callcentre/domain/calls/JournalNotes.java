package callcentre.domain.calls;

import java.util.Optional;

/**
 * What people wrote into a journal record.
 *
 * @param comment empty when there is none
 */
public record JournalNotes(Optional<String> comment, WorkflowState workflow, boolean read) {

  /** A record that nobody touched. */
  public static final JournalNotes NONE =
      new JournalNotes(Optional.empty(), WorkflowState.NONE, false);
}
