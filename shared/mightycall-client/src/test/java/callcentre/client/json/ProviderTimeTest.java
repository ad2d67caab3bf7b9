package callcentre.client.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProviderTimeTest {

  @ParameterizedTest
  @CsvSource({
    "2018-06-05T13:38:29.522+00:00, 2018-06-05T13:38:29.522Z",
    "2019-08-05T09:07:00.831Z, 2019-08-05T09:07:00.831Z",
    "2017-05-25T08:58:10.5140000Z, 2017-05-25T08:58:10.514Z",
    "2026-09-14T19:04:00.0000000, 2026-09-14T19:04:00Z",
    "2026-09-14T19:04:00, 2026-09-14T19:04:00Z",
    "2026-09-14T19:04, 2026-09-14T19:04:00Z",
    "2026-09-14T15:04:00.123456789-04:00, 2026-09-14T19:04:00.123456789Z",
    "2026-09-14T15:04:00-0400, 2026-09-14T19:04:00Z",
    "2026-09-14t15:04:00z, 2026-09-14T15:04:00Z",
    "' 2026-09-14T15:04:00Z ', 2026-09-14T15:04:00Z",
  })
  void everyFormOfTheReferenceIsRead(String written, Instant instant) {
    assertThat(ProviderTime.read(written)).contains(instant);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0001-01-01T00:00:00",
        "0001-01-01T00:00:00Z",
        "0001-01-01T00:00:00.0000000+00:00",
        "",
        "yesterday",
        "2026-13-01T00:00:00Z",
        "2026-09-14",
        "2026-09-14T15:04:00 PM"
      })
  void dotNetsDefaultAndWhatIsNoTimeAreNone(String written) {
    assertThat(ProviderTime.read(written)).isEmpty();
  }
}
