package callcentre.functions.extensions;

import static callcentre.functions.extensions.ExtensionsStage.PATH;
import static org.assertj.core.api.Assertions.assertThat;

import callcentre.api.testing.Answer;
import callcentre.api.testing.Callers;
import callcentre.cloud.Cloud;
import callcentre.cloud.CloudExtension;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@ExtendWith(CloudExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ExtensionPagingTest {

  private ExtensionsStage stage;

  @BeforeAll
  void arrange(Cloud cloud) {
    stage = ExtensionsStage.in(cloud);
    for (String extension : List.of("1000", "99", "101", "102", "100")) {
      stage.user("user" + extension, extension, "north");
    }
  }

  @AfterAll
  void close() {
    stage.close();
  }

  @Test
  void beforeTheFirstSyncTheListSaysThatNothingWasSynced(Cloud cloud) {
    try (ExtensionsStage fresh = ExtensionsStage.in(cloud)) {
      assertThat(fresh.get(PATH, Callers.admin()).body())
          .isEqualTo(
              "{\"extensions\":[],\"next_cursor\":null,\"empty_reason\":\"no_synced_data\","
                  + "\"as_of\":null,\"total\":0}");
    }
  }

  @Test
  void pagesReachEveryExtensionOnceInTheOrderOfTheirValue() {
    for (int limit = 1; limit <= 6; limit++) {
      List<String> seen = new ArrayList<>();
      String cursor = "";
      do {
        Answer page =
            stage
                .api
                .get(PATH + "?limit=" + limit)
                .query("cursor", cursor)
                .as(Callers.admin())
                .send();
        seen.addAll(extensions(page));
        JsonNode next = page.json().get("next_cursor");
        cursor = next.isNull() ? "" : next.asText();
      } while (!cursor.isEmpty());
      assertThat(seen).as("limit %s", limit).containsExactly("99", "100", "101", "102", "1000");
    }
  }

  @Test
  void anothersCursorIs400() {
    String cursor =
        stage.get(PATH + "?limit=1", Callers.admin()).json().get("next_cursor").asText();
    Answer answer =
        stage
            .api
            .get(PATH + "?limit=1")
            .query("cursor", cursor)
            .as(Callers.manager("north"))
            .send();
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.errorFields()).isEqualTo("cursor");
  }

  @ParameterizedTest
  @CsvSource({"limit=0,limit", "limit=201,limit", "skip=2001,skip", "cursor=x,cursor", "a=b,a"})
  void badInputNamesItsField(String query, String field) {
    Answer answer = stage.get(PATH + "?" + query, Callers.admin());
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.errorFields()).isEqualTo(field);
  }

  private static List<String> extensions(Answer answer) {
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    List<String> extensions = new ArrayList<>();
    answer.json().get("extensions").forEach(row -> extensions.add(row.get("extension").asText()));
    return extensions;
  }
}
