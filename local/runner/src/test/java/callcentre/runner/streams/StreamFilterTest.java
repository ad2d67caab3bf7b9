package callcentre.runner.streams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StreamFilterTest {

  private final JsonNode item =
      new ObjectMapper()
          .createObjectNode()
          .put("eventName", "INSERT")
          .set("dynamodb", new ObjectMapper().createObjectNode().put("kind", "call"));

  @Test
  void aRecordPassesOneOfThePatternsInAllItsFields() {
    assertThat(passes("{\"eventName\":[\"MODIFY\",\"INSERT\"]}")).isTrue();
    assertThat(passes("{\"eventName\":[\"REMOVE\"]}")).isFalse();
    assertThat(passes("{\"eventName\":[\"REMOVE\"]}", "{\"dynamodb\":{\"kind\":[\"call\"]}}"))
        .isTrue();
    assertThat(passes("{\"eventName\":[\"INSERT\"],\"dynamodb\":{\"kind\":[\"other\"]}}"))
        .isFalse();
    assertThat(passes("{\"absent\":[\"INSERT\"]}")).isFalse();
    assertThat(passes()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"eventName\":[{\"prefix\":\"I\"}]}",
        "{\"count\":[3]}",
        "{\"eventName\":\"INSERT\"}",
        "{}",
        "no json"
      })
  void aPatternThatIsNotKnownIsRefused(String pattern) {
    assertThatThrownBy(() -> StreamFilter.of(List.of(pattern)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(pattern);
  }

  private boolean passes(String... patterns) {
    return StreamFilter.of(List.of(patterns)).passes(item);
  }
}
