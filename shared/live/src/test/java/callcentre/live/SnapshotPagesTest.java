package callcentre.live;

import static org.assertj.core.api.Assertions.assertThat;

import callcentre.domain.live.LiveLimits;
import callcentre.domain.live.RowChange;
import callcentre.domain.live.RowType;
import callcentre.domain.live.ServerMessage;
import callcentre.domain.live.Topic;
import callcentre.domain.ownership.OrganisationId;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SnapshotPagesTest {

  private static final Instant NOW = Instant.parse("2026-11-21T10:00:00.123456789Z");
  private static final Topic LONGEST = new Topic.OfOrganisation(new OrganisationId("o".repeat(64)));

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void everyPageFitsAMessageAndNoRowIsLostOrMoved(long seed) {
    Random random = new Random(seed);
    List<RowChange> rows =
        IntStream.range(0, 1 + random.nextInt(300))
            .mapToObj(index -> row(index, random.nextInt(index % 9 == 0 ? 40_000 : 2_000)))
            .toList();

    List<ServerMessage.Snapshot> pages =
        SnapshotPages.of(LONGEST, Long.MAX_VALUE, NOW, new SnapshotRows.Found(rows, true));

    assertThat(pages)
        .allSatisfy(
            page ->
                assertThat(ServerMessages.write(page).getBytes(StandardCharsets.UTF_8).length)
                    .isLessThanOrEqualTo(LiveLimits.MESSAGE_BYTES));
    assertThat(pages.stream().flatMap(page -> page.rows().stream()).toList()).isEqualTo(rows);
    assertThat(pages)
        .extracting(ServerMessage.Snapshot::page)
        .isEqualTo(IntStream.rangeClosed(1, pages.size()).boxed().toList());
    assertThat(pages.subList(0, pages.size() - 1)).noneMatch(ServerMessage.Snapshot::last);
    assertThat(pages.getLast().last()).isTrue();
  }

  @Test
  void aTopicWithoutRowsIsOnePageThatIsTheLast() {
    assertThat(SnapshotPages.of(Topic.ALL, 0, NOW, new SnapshotRows.Found(List.of(), false)))
        .containsExactly(new ServerMessage.Snapshot(Topic.ALL, 0, 1, true, NOW, false, List.of()));
  }

  private static RowChange row(int index, int length) {
    return RowChange.of(
        RowType.VOICEMAIL, "i".repeat(200), index, NOW, "\"" + "é".repeat(length / 2) + "\"");
  }
}
