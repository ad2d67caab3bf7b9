package callcentre.functions.liveconnections;

import callcentre.domain.live.RowChange;
import callcentre.domain.live.RowType;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;

/** Rows that somebody published. */
final class Rows {

  private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");

  private Rows() {}

  static List<RowChange> rows(int first, int count) {
    return IntStream.range(first, first + count)
        .mapToObj(index -> row(index, NOW.minus(Duration.ofMinutes(index))))
        .toList();
  }

  static RowChange row(int index, Instant startedAt) {
    String id = "call-" + index;
    return RowChange.of(RowType.CALL, id, index, startedAt, "{\"id\":\"" + id + "\"}");
  }
}
