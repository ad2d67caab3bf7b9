package callcentre.functions.syncworker.history;

import callcentre.domain.history.Checkpoint;
import callcentre.domain.history.Window;
import callcentre.functions.syncworker.pull.Pull;
import callcentre.functions.syncworker.pull.Tally;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Reads a window page by page. The provider's order is not documented, so a row that comes or goes
 * meanwhile moves others from page to page: a window of several pages whose total changed is read
 * again. One page alone is one answer and needs no second look.
 */
final class WindowWalk {

  /** A window that keeps changing is left to the daily comparison. */
  private static final int MOST_ATTEMPTS = 3;

  private final HistoryFamily family;
  private final Pull pull;
  private final Tally tally;
  private final Consumer<Checkpoint> save;

  /**
   * @param save remembers after each page but the last that it is stored
   */
  WindowWalk(HistoryFamily family, Pull pull, Tally tally, Consumer<Checkpoint> save) {
    this.family = family;
    this.pull = pull;
    this.tally = tally;
    this.save = save;
  }

  /** Reads the whole window, or ends by what stopped it. */
  void walk(Window window) {
    walk(window, Optional.empty());
  }

  /** Reads what is left of a window whose walk was interrupted. */
  void resume(Checkpoint interrupted) {
    boolean usable = interrupted.pageSize() == family.pageSize();
    walk(interrupted.window(), Optional.of(interrupted).filter(it -> usable));
  }

  private void walk(Window window, Optional<Checkpoint> interrupted) {
    Optional<Checkpoint> begun = interrupted;
    for (int attempt = 1; attempt <= MOST_ATTEMPTS; attempt++) {
      Optional<Checkpoint> first = begun.isPresent() ? begun : begin(window);
      if (first.isEmpty()) {
        return;
      }
      Checkpoint last = finish(first.get());
      long after = total(window);
      if (after == last.total()) {
        return;
      }
      begun = Optional.empty();
    }
    tally.note(
        "The rows from "
            + window.from()
            + " to "
            + window.to()
            + " kept changing while they were read; the daily comparison looks at them again.");
  }

  /** The first page; empty when it is the only one. */
  private Optional<Checkpoint> begin(Window window) {
    FamilyPage<?> page = read(window, 1);
    if (page.sent() < family.pageSize()) {
      page.store(tally);
      return Optional.empty();
    }
    long total = page.total().isPresent() ? page.total().getAsLong() : total(window);
    page.store(tally);
    Checkpoint stored = Checkpoint.begin(window, family.pageSize(), total).pageDone();
    save.accept(stored);
    return Optional.of(stored);
  }

  private Checkpoint finish(Checkpoint begun) {
    Checkpoint at = begun;
    while (!at.readsAll()) {
      FamilyPage<?> page = read(at.window(), at.nextPage());
      page.store(tally);
      at = at.pageDone();
      if (page.sent() < family.pageSize()) {
        return at;
      }
      save.accept(at);
    }
    return at;
  }

  private FamilyPage<?> read(Window window, int page) {
    pull.requireTime();
    return family.page(window, page, pull);
  }

  private long total(Window window) {
    pull.requireTime();
    return family.count(window, pull);
  }
}
