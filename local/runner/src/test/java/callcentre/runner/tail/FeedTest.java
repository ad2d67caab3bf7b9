package callcentre.runner.tail;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class FeedTest {

  private final Feed feed = new Feed(List.of("all", "agent:101"), new Lines(false));

  private static String delta(long seq, String id, long version) {
    return String.format(
        "{\"type\":\"call\",\"topic\":\"all\",\"seq\":%d,\"at\":\"2026-11-21T10:00:00Z\","
            + "\"version\":%d,\"data\":{\"id\":\"%s\"}}",
        seq, version, id);
  }

  private static String snapshot(long seq, int page, boolean last) {
    return String.format(
        "{\"type\":\"snapshot\",\"topic\":\"all\",\"seq\":%d,\"page\":%d,\"last\":%b,"
            + "\"since\":\"2026-11-21T09:00:00Z\",\"truncated\":false,"
            + "\"rows\":[{\"type\":\"call\",\"version\":3,\"data\":{\"id\":\"known\"}}]}",
        seq, page, last);
  }

  private static String resumed(long seq) {
    return "{\"type\":\"resumed\",\"topic\":\"all\",\"seq\":" + seq + "}";
  }

  @Test
  void theFirstConnectionSubscribesAndLaterOnesResumeWhatTheyHaveHeardOf() {
    assertThat(feed.greeting())
        .containsExactly("{\"type\":\"subscribe\",\"topics\":[\"all\",\"agent:101\"]}");
    feed.receive(snapshot(7, 1, true));
    feed.receive(delta(8, "a", 1));

    assertThat(feed.greeting())
        .containsExactly(
            "{\"type\":\"subscribe\",\"topics\":[\"agent:101\"]}",
            "{\"type\":\"resume\",\"topic\":\"all\",\"seq\":8}");
  }

  @Test
  void aSnapshotCountsOnlyWhenItsLastPageIsThere() {
    assertThat(feed.receive(snapshot(7, 1, false)).lines()).isEmpty();
    assertThat(feed.greeting()).hasSize(1);
    assertThat(feed.receive(snapshot(7, 2, true)).lines())
        .singleElement()
        .asString()
        .contains("#7");
    assertThat(feed.greeting()).hasSize(2);
  }

  @Test
  void aRowIsPrintedOncePerVersionAndNeverInAnOlderOne() {
    feed.receive(snapshot(7, 1, true));

    assertThat(feed.receive(delta(8, "known", 3)).lines()).isEmpty();
    assertThat(feed.receive(delta(9, "known", 5)).lines()).hasSize(1);
    assertThat(feed.receive(delta(10, "known", 4)).lines()).isEmpty();
  }

  @Test
  void aGapIsAskedForUnlessItClosesByItself() {
    feed.receive(snapshot(7, 1, true));

    assertThat(feed.receive(delta(9, "a", 1)).gaps()).containsExactly("all");
    assertThat(feed.receive(delta(8, "c", 1)).gaps()).isEmpty();
    assertThat(feed.resumeIfMissing("all")).isEmpty();

    assertThat(feed.receive(delta(12, "b", 1)).gaps()).containsExactly("all");
    assertThat(feed.resumeIfMissing("all"))
        .contains("{\"type\":\"resume\",\"topic\":\"all\",\"seq\":9}");
    feed.receive(resumed(13));
    assertThat(feed.resumeIfMissing("all")).isEmpty();
    assertThat(feed.receive(delta(14, "d", 1)).gaps()).isEmpty();
  }

  @Test
  void aRowThatLeftTheTopicIsToldWithoutAnythingOfIt() {
    String withdrawn =
        "{\"type\":\"call\",\"topic\":\"all\",\"seq\":1,\"at\":\"2026-11-21T10:00:00Z\","
            + "\"version\":2,\"data\":{\"id\":\"gone\",\"withdrawn\":true,\"replaced_by\":null}}";

    assertThat(feed.receive(withdrawn).lines())
        .singleElement()
        .asString()
        .contains("gone", "no longer");
  }

  @Test
  void whatIsTooLargeAndWhatTheGatewaySaysIsTold() {
    String large =
        "{\"type\":\"call\",\"topic\":\"all\",\"seq\":1,\"at\":\"2026-11-21T10:00:00Z\","
            + "\"version\":1,\"data\":null,\"id\":\"big\",\"too_large\":true}";

    assertThat(feed.receive(large).lines()).singleElement().asString().contains("big", "too large");
    assertThat(feed.receive("{\"message\":\"Internal server error\"}").lines())
        .singleElement()
        .asString()
        .contains("Internal server error");
    assertThat(feed.receive("{\"type\":\"bye\",\"reason\":\"token_expired\"}").lines())
        .singleElement()
        .asString()
        .contains("token_expired");
  }
}
