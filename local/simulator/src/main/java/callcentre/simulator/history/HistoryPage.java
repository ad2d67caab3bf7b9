package callcentre.simulator.history;

import java.util.List;

/**
 * A part of what fits a query.
 *
 * @param total how many fit in all
 */
public record HistoryPage(List<Conversation> items, long total) {

  public HistoryPage {
    items = List.copyOf(items);
  }
}
