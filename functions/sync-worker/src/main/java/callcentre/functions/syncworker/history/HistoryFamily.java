package callcentre.functions.syncworker.history;

import callcentre.domain.history.HistorySource;
import callcentre.domain.history.Window;
import callcentre.functions.syncworker.pull.Pull;
import java.util.Map;
import java.util.OptionalLong;

/** One of the provider's lists of history, read by windows of time and pages. */
interface HistoryFamily {

  /** How many rows a page has, unless it is the last one. */
  int pageSize();

  /**
   * A page of a window: 1 provider request.
   *
   * @param page from 1
   */
  FamilyPage<?> page(Window window, int page, Pull pull);

  /** How many rows the provider counts in a window: 1 provider request. */
  long count(Window window, Pull pull);

  /** How many the provider counts of each source that this list feeds: 1 request each. */
  Map<HistorySource, Long> counts(Window window, Pull pull);

  /** How many rows of each source are stored. */
  Map<HistorySource, Long> stored(Window window);

  /** How many of the listed rows webhooks told of; empty of a list of what they never tell. */
  default OptionalLong heard(Window window) {
    return OptionalLong.empty();
  }
}
