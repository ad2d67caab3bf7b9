package callcentre.functions.calls;

import static callcentre.functions.calls.CallsStage.PATH;
import static callcentre.functions.calls.CallsStage.ids;
import static org.assertj.core.api.Assertions.assertThat;

import callcentre.api.access.Principal;
import callcentre.api.testing.Answer;
import callcentre.api.testing.Callers;
import callcentre.cloud.Cloud;
import callcentre.cloud.CloudExtension;
import callcentre.domain.calls.Call;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/** Pages, their cursors, and totals. */
@ExtendWith(CloudExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CallPagingTest {

  private static final String SINCE = "?startUtc=2026-10-20T00:00:00Z";

  private final History history = History.of(21, 90);
  private CallsStage stage;
  private List<String> all;

  @BeforeAll
  void arrange(Cloud cloud) {
    stage = CallsStage.in(cloud);
    stage.organisations("north", "south");
    stage.assign(History.NUMBERS.get(0), "north", Optional.empty());
    stage.assign(History.NUMBERS.get(1), "south", Optional.empty());
    stage.store(history.facts);
    all =
        history.calls.stream()
            .filter(call -> call.startedAt().toString().compareTo("2026-10-20") >= 0)
            .map(call -> call.id().value())
            .toList();
  }

  @AfterAll
  void close() {
    stage.close();
  }

  @Test
  void underAnyPageSizeEveryCallComesExactlyOnceNewestFirst() {
    for (int limit : new int[] {1, 2, 7, 30, 200}) {
      assertThat(stage.walk(SINCE, limit, Callers.admin())).as("limit %s", limit).isEqualTo(all);
    }
  }

  @Test
  void legacySkipReachesTheSameRows() {
    for (int skip = 0; skip < all.size() + 20; skip += 17) {
      Answer answer = stage.list(SINCE + "&pageSize=5&skip=" + skip, Callers.admin());
      assertThat(ids(answer))
          .as("skip %s", skip)
          .isEqualTo(all.stream().skip(skip).limit(5).toList());
    }
  }

  @Test
  void aTotalIsExactOrSaidToBeUnknown() {
    JsonNode whole = stage.list(SINCE + "&limit=200", Callers.admin()).json();
    assertThat(whole.get("total").asInt()).isEqualTo(all.size());
    JsonNode part = stage.list(SINCE + "&limit=5", Callers.admin()).json();
    assertThat(part.get("total").isNull()).isTrue();
    assertThat(part.get("total_reason").asText()).isEqualTo("not_counted");
  }

  @Test
  void aCursorWithAnyBitChangedIs400() {
    String cursor = cursor(Callers.manager("north"));
    byte[] bytes = Base64.getUrlDecoder().decode(cursor);
    for (int bit = 0; bit < bytes.length * Byte.SIZE; bit++) {
      byte[] changed = bytes.clone();
      changed[bit / Byte.SIZE] ^= (byte) (1 << (bit % Byte.SIZE));
      assertRefused(
          Base64.getUrlEncoder().withoutPadding().encodeToString(changed),
          SINCE,
          Callers.manager("north"));
    }
  }

  @Test
  void aForeignCursorIs400AndShowsNothingForeign() {
    String norths = cursor(Callers.manager("north"));
    assertRefused(norths, SINCE, Callers.manager("south"));
    assertRefused(norths, SINCE, Callers.withId(Callers.manager("north"), "somebody-else"));
    assertRefused(norths, SINCE, Callers.admin());
    assertRefused(cursor(Callers.admin()), SINCE, Callers.manager("north"));
  }

  @Test
  void aCursorIsGoodForNoOtherFilter() {
    String cursor = cursor(Callers.admin());
    assertRefused(cursor, SINCE + "&callFilter=Missed", Callers.admin());
    assertRefused(cursor, "?startUtc=2026-10-21T00:00:00Z", Callers.admin());
  }

  @Test
  void aCursorHidesTheRowItStoppedAt() {
    String cursor = cursor(Callers.manager("north"));
    String text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.ISO_8859_1);
    assertThat(history.calls).extracting(Call::id).noneMatch(id -> text.contains(id.value()));
  }

  private String cursor(Principal caller) {
    return stage.list(SINCE + "&limit=2", caller).json().get("next_cursor").asText();
  }

  private void assertRefused(String cursor, String query, Principal caller) {
    Answer answer =
        stage.api.get(PATH + query + "&limit=2").query("cursor", cursor).as(caller).send();
    assertThat(answer.status()).as(answer.body()).isEqualTo(400);
    assertThat(answer.errorFields()).isEqualTo("cursor");
  }
}
