package callcentre.api.history;

import callcentre.domain.ownership.NumberDirectory;
import callcentre.domain.sync.Dataset;
import java.util.Set;
import java.util.function.BiFunction;

/**
 * A kind of rows that lists show: calls, voicemails, messages.
 *
 * @param name of the list in its answer, for example {@code calls}
 * @param families the datasets of which each lists every row
 * @param view a row as answers show it, with its owner as the directory knows it
 */
public record HistoryKind<R>(
    String name, Set<Dataset> families, BiFunction<R, NumberDirectory, ?> view) {

  public HistoryKind {
    families = Set.copyOf(families);
  }
}
