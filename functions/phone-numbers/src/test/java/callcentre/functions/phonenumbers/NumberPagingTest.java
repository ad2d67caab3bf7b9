package callcentre.functions.phonenumbers;

import static callcentre.functions.phonenumbers.NumbersStage.PATH;
import static org.assertj.core.api.Assertions.assertThat;

import callcentre.api.access.Principal;
import callcentre.api.testing.Answer;
import callcentre.api.testing.Callers;
import callcentre.cloud.Cloud;
import callcentre.cloud.CloudExtension;
import callcentre.domain.phone.PhoneNumber;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/** 47 numbers, every third of them North's, in pages of any size. */
@ExtendWith(CloudExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class NumberPagingTest {

  private static final String ALPHABET =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

  private final List<String> all = new ArrayList<>();
  private final List<String> norths = new ArrayList<>();
  private NumbersStage stage;

  @BeforeAll
  void arrange(Cloud cloud) {
    stage = NumbersStage.in(cloud);
    stage.organisations("north", "south");
    Random random = new Random(47);
    TreeSet<String> numbers = new TreeSet<>();
    while (numbers.size() < 47) {
      numbers.add("+1" + (2_000_000_000L + random.nextInt(700_000_000)));
    }
    for (String e164 : numbers) {
      PhoneNumber number = stage.number(e164, "");
      all.add(e164);
      if (all.size() % 3 == 0) {
        stage.assign(number, "north");
        norths.add(e164);
      }
    }
    stage.synced();
  }

  @AfterAll
  void close() {
    stage.close();
  }

  @Test
  void underAnyPageSizesEveryRowComesExactlyOnce() {
    for (long seed = 0; seed < 25; seed++) {
      Random random = new Random(seed);
      assertThat(walk("", Callers.admin(), random)).as("seed %s", seed).isEqualTo(all);
      assertThat(walk("", Callers.manager("north", "south"), random))
          .as("seed %s", seed)
          .isEqualTo(norths);
      assertThat(walk("orgId=north&", Callers.admin(), random))
          .as("seed %s", seed)
          .isEqualTo(norths);
    }
  }

  @Test
  void aNumberThatComesBetweenTwoPagesMovesNoOther(Cloud cloud) {
    try (NumbersStage own = NumbersStage.in(cloud)) {
      own.number("+12025550102", "");
      own.number("+12025550104", "");
      own.number("+12025550106", "");
      Answer first = own.api.get(PATH + "?limit=2").as(Callers.admin()).send();
      own.number("+12025550101", "");
      own.number("+12025550105", "");
      Answer second =
          own.api
              .get(PATH + "?limit=2")
              .query("cursor", first.json().get("next_cursor").asText())
              .as(Callers.admin())
              .send();
      assertThat(ids(second)).containsExactly("+12025550105", "+12025550106");
      assertThat(second.json().get("total").asInt()).isEqualTo(5);
    }
  }

  @Test
  void aCursorWithOneChangedBitIs400() {
    String cursor = firstCursor("", Callers.admin());
    Random random = new Random(1);
    for (int round = 0; round < 64; round++) {
      int at = random.nextInt(cursor.length());
      int flipped = ALPHABET.indexOf(cursor.charAt(at)) ^ (1 << random.nextInt(6));
      String changed =
          cursor.substring(0, at) + ALPHABET.charAt(flipped) + cursor.substring(at + 1);
      assertRefused(changed, "", Callers.admin());
    }
    assertRefused(cursor.substring(1), "", Callers.admin());
    assertRefused(cursor + "A", "", Callers.admin());
  }

  @Test
  void aCursorIsGoodForNobodyElseAndNoOtherFilter() {
    String admins = firstCursor("", Callers.admin());
    assertRefused(admins, "", Callers.manager("north"));
    assertRefused(admins, "", Callers.withId(Callers.admin(), "another-admin"));
    assertRefused(admins, "orgId=north&", Callers.admin());
    assertRefused(admins, "unassignedOnly=true&", Callers.admin());
    String managers = firstCursor("", Callers.manager("north"));
    assertRefused(managers, "", Callers.manager("north", "south"));
    assertRefused(managers, "", Callers.orgAdmin("north"));
  }

  @Test
  void aCursorHidesTheKeyInIt() {
    String cursor = firstCursor("", Callers.admin());
    byte[] bytes = java.util.Base64.getUrlDecoder().decode(cursor);
    assertThat(new String(bytes, java.nio.charset.StandardCharsets.ISO_8859_1))
        .doesNotContain(all.get(4), all.get(4).substring(1));
  }

  private String firstCursor(String query, Principal caller) {
    Answer first = stage.api.get(PATH + "?" + query + "limit=5").as(caller).send();
    return first.json().get("next_cursor").asText();
  }

  private void assertRefused(String cursor, String query, Principal caller) {
    Answer answer =
        stage.api.get(PATH + "?" + query + "limit=5").query("cursor", cursor).as(caller).send();
    assertThat(answer.status()).as(cursor).isEqualTo(400);
    assertThat(answer.errorFields()).isEqualTo("cursor");
    assertThat(answer.json().has("phone_numbers")).isFalse();
  }

  private List<String> walk(String query, Principal caller, Random random) {
    List<String> seen = new ArrayList<>();
    String cursor = "";
    do {
      int limit = 1 + random.nextInt(20);
      Answer answer =
          stage
              .api
              .get(PATH + "?" + query + "limit=" + limit)
              .query("cursor", cursor)
              .as(caller)
              .send();
      List<String> page = ids(answer);
      assertThat(page.size()).isBetween(1, limit);
      seen.addAll(page);
      JsonNode next = answer.json().get("next_cursor");
      cursor = next.isNull() ? "" : next.asText();
    } while (!cursor.isEmpty());
    return seen;
  }

  private static List<String> ids(Answer answer) {
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    List<String> ids = new ArrayList<>();
    answer.json().get("phone_numbers").forEach(row -> ids.add(row.get("id").asText()));
    return ids;
  }
}
