package callcentre.client.json;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * The rows of a page: a page never fails because of one row, and no row is dropped unseen.
 *
 * @param read in the provider's order
 * @param unreadable the others, in the provider's order
 */
public record Rows<T>(List<T> read, List<UnreadableRow> unreadable) {

  public Rows {
    read = List.copyOf(read);
    unreadable = List.copyOf(unreadable);
  }

  /** How many rows the provider sent; a page is the last one by this count. */
  public int sent() {
    return read.size() + unreadable.size();
  }

  /**
   * Reads a list row by row.
   *
   * @param name of the list, which must be there
   * @param reader throws {@link UnreadableAnswerException} for a row that lacks what it must have
   * @throws UnreadableAnswerException when there is no list
   */
  public static <T> Rows<T> read(Fields holder, String name, Function<Fields, T> reader) {
    List<T> read = new ArrayList<>();
    List<UnreadableRow> unreadable = new ArrayList<>();
    int index = 0;
    for (Optional<Fields> element : holder.requireElements(name)) {
      if (element.isEmpty()) {
        unreadable.add(new UnreadableRow(index, Optional.empty(), "no object"));
      } else {
        try {
          read.add(reader.apply(element.get()));
        } catch (UnreadableAnswerException unusable) {
          String reason = String.valueOf(unusable.getMessage());
          unreadable.add(new UnreadableRow(index, element.get().text("id"), reason));
        }
      }
      index++;
    }
    return new Rows<T>(read, unreadable);
  }
}
