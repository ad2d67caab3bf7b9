package callcentre.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SyncMessageTest {

  private static final Instant NOW = Instant.parse("2026-11-21T09:00:00.123Z");

  @Test
  void aMessageIsReadAsItWasWritten() {
    SyncMessage message = new SyncMessage("20261121T090000123-5f3a9c2e");

    assertThat(SyncMessage.read(message.write())).isEqualTo(message);
    assertThat(message.write()).isEqualTo("{\"job_id\":\"20261121T090000123-5f3a9c2e\"}");
  }

  @Test
  void whatALaterVersionAddsIsIgnored() {
    assertThat(SyncMessage.read("{\"job_id\":\"a\",\"more\":1}").jobId()).isEqualTo("a");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{", "[]", "\"a\"", "{}", "{\"job_id\":\" \"}", "{\"job_id\":null}"})
  void aMessageWithoutAJobIsRefused(String body) {
    assertThatThrownBy(() -> SyncMessage.read(body))
        .isInstanceOf(MalformedMessageException.class)
        .hasMessageContaining("no job was touched");
  }

  @Test
  void idsAreInOrderOfTimeAndDifferWithinAMillisecond() {
    Random random = new Random(1);
    String first = JobIds.next(NOW, random);
    String second = JobIds.next(NOW, random);

    assertThat(first).startsWith("20261121T090000123-").hasSize(27).isNotEqualTo(second);
    assertThat(JobIds.next(NOW.plusMillis(1), random)).isGreaterThan(first).isGreaterThan(second);
  }
}
