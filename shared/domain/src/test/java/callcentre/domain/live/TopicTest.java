package callcentre.domain.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TopicTest {

  @ParameterizedTest
  @ValueSource(strings = {"all", "org:north", "org:N_1-x", "agent:101"})
  void aTopicIsFoundByItsName(String name) {
    assertThat(Topic.find(name).map(Topic::wireName)).contains(name);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "ALL", "org:", "org:a b", "org:all#1", "agent:", "agent:1", "agent:x", "any"})
  void anythingElseIsNoTopic(String name) {
    assertThat(Topic.find(name)).isEmpty();
  }

  @Test
  void aTicketIsNeverTheSameAndItsTextIsInNoLog() {
    Random random = new Random(3);
    TicketText first = TicketText.next(random);
    TicketText second = TicketText.next(random);

    assertThat(first.value()).hasSize(43).isNotEqualTo(second.value());
    assertThat(first.hash()).hasSize(64).isNotEqualTo(second.hash()).doesNotContain(first.value());
    assertThat(first.toString()).doesNotContain(first.value());
    assertThat(TicketText.find(first.value())).contains(first);
    assertThat(TicketText.find(first.value() + "A")).isEmpty();
    assertThatThrownBy(() -> new TicketText("short")).hasMessageContaining("43");
  }
}
