package callcentre.api.answer;

import static org.assertj.core.api.Assertions.assertThat;

import callcentre.api.json.Json;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ListAnswerTest {

  private static final Instant AS_OF = Instant.parse("2026-11-21T10:00:00Z");

  @Test
  void aCompleteListCountsItsRows() {
    assertThat(
            Json.write(
                ListAnswer.complete("rows", List.of("a", "b"), EmptyReason.NO_MATCH)
                    .asOf(Optional.of(AS_OF))
                    .body()))
        .isEqualTo(
            """
            {"rows":["a","b"],"next_cursor":null,"total":2,"as_of":"2026-11-21T10:00:00Z"}""");
  }

  @Test
  void anEmptyListSaysWhy() {
    assertThat(ListAnswer.complete("rows", List.of(), EmptyReason.NO_ASSIGNED_NUMBERS).body())
        .containsEntry("empty_reason", "no_assigned_numbers")
        .containsEntry("total", 0L);
  }

  @Test
  void anEmptyPageWithACursorIsNotAnEmptyList() {
    assertThat(ListAnswer.page("rows", List.of(), Optional.of("c"), EmptyReason.NO_MATCH).body())
        .containsEntry("next_cursor", "c")
        .doesNotContainKey("empty_reason");
  }

  @Test
  void anUnknownTotalSaysWhy() {
    assertThat(
            ListAnswer.page("rows", List.of(1), Optional.of("c"), EmptyReason.NO_MATCH)
                .totalUnknown("filtered_after_reading")
                .body())
        .containsEntry("total", null)
        .containsEntry("total_reason", "filtered_after_reading");
  }
}
