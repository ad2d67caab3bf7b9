package callcentre.api.answer;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The answer of a list: {@code {<name>:[…], next_cursor, as_of, total}} (contract: "Conventions:
 * Lists"). A list that is empty to its end always says why.
 */
public final class ListAnswer {

  private final Map<String, @Nullable Object> body = new LinkedHashMap<>();

  private ListAnswer() {}

  /**
   * A list that is complete with these rows.
   *
   * @param name of the list in the answer, for example {@code phone_numbers}
   * @param whenEmpty the reason to give when there are no rows
   */
  public static ListAnswer complete(String name, List<?> rows, EmptyReason whenEmpty) {
    return page(name, rows, Optional.empty(), whenEmpty).total(rows.size());
  }

  /**
   * One page of a list.
   *
   * @param nextCursor where the next page starts; a short or even empty page with a cursor is legal
   * @param whenEmpty the reason to give when there are no rows and no further page
   */
  public static ListAnswer page(
      String name, List<?> rows, Optional<String> nextCursor, EmptyReason whenEmpty) {
    ListAnswer answer = new ListAnswer();
    answer.body.put(name, List.copyOf(rows));
    answer.body.put("next_cursor", nextCursor.orElse(null));
    if (rows.isEmpty() && nextCursor.isEmpty()) {
      answer.body.put("empty_reason", whenEmpty.wireName());
    }
    return answer;
  }

  /** When the rows were true: the end of the last sync; empty when there was none. */
  public ListAnswer asOf(Optional<Instant> asOf) {
    body.put("as_of", asOf.orElse(null));
    return this;
  }

  /** The exact number of rows over all pages. */
  public ListAnswer total(long exact) {
    body.put("total", exact);
    body.remove("total_reason");
    return this;
  }

  /**
   * Says that the number of rows is not known.
   *
   * @param reason why not, in snake case, for example {@code filtered_after_reading}
   */
  public ListAnswer totalUnknown(String reason) {
    body.put("total", null);
    body.put("total_reason", reason);
    return this;
  }

  /** Adds a member that only this list has. */
  public ListAnswer with(String name, @Nullable Object value) {
    body.put(name, value);
    return this;
  }

  /** What a controller returns. */
  public Map<String, @Nullable Object> body() {
    return body;
  }
}
