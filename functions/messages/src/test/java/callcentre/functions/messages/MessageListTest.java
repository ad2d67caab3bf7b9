package callcentre.functions.messages;

import static callcentre.functions.messages.MessagesStage.LOGS;
import static org.assertj.core.api.Assertions.assertThat;

import callcentre.api.access.Principal;
import callcentre.api.testing.Answer;
import callcentre.api.testing.Callers;
import callcentre.cloud.Cloud;
import callcentre.cloud.CloudExtension;
import callcentre.domain.calls.Direction;
import callcentre.domain.messages.sending.SendState;
import callcentre.domain.phone.PhoneNumber;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Lists of a history made by chance from a seed, against a plain recount. */
@ExtendWith(CloudExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MessageListTest {

  private static final String ALL = LOGS + "?startUtc=2026-10-10T00:00:00Z";
  private static final Instant MOVED = Instant.parse("2026-11-05T12:00:00Z");

  private final History history = History.of(7, 120);
  private MessagesStage stage;

  @BeforeAll
  void arrange(Cloud cloud) {
    stage = MessagesStage.in(cloud);
    stage.assign(Facts.SECOND, "south", Optional.of(MOVED));
    history.store(stage);
  }

  @AfterAll
  void close() {
    stage.close();
  }

  @Test
  void everyFilterListsExactlyWhatARecountFinds() {
    assertLists("", row -> true);
    assertLists("&status=received", row -> row.status() == SendState.RECEIVED);
    assertLists(
        "&status=queued,failed&direction=outgoing",
        row -> Set.of(SendState.QUEUED, SendState.FAILED).contains(row.status()));
    assertLists("&direction=incoming", row -> row.direction() == Direction.INCOMING);
    assertLists("&businessNumber=2125550148", row -> row.business().equals(Facts.SECOND));
    assertLists("&phone=%2B19175550188", row -> row.client().equals(Facts.CLIENT));
    assertLists(
        "&phone=%2B19175550188&business_number=%2B12125550147&status=sent",
        row ->
            row.client().equals(Facts.CLIENT)
                && row.business().equals(Facts.MAIN)
                && row.status() == SendState.SENT);
    assertLists("&extension=102", row -> row.extension().equals(Optional.of("102")));
    assertLists("&q=NUMBER 1", row -> row.text().contains("number 1"));
    assertLists(
        "&endUtc=2026-11-01T00:00:00Z",
        row -> row.at().isBefore(Instant.parse("2026-11-01T00:00:00Z")));
  }

  @Test
  void aNumberThatMovedShowsEachOrganisationExactlyItsInterval() {
    Predicate<History.Row> north =
        row ->
            row.business().equals(Facts.MAIN)
                || (row.business().equals(Facts.SECOND) && row.at().isBefore(MOVED));
    assertLists("", Callers.manager("north"), north);
    assertLists(
        "&phone=%2B19175550188",
        Callers.orgAdmin("north"), row -> north.test(row) && row.client().equals(Facts.CLIENT));
    assertLists(
        "&businessNumber=%2B12125550148",
        Callers.manager("north"),
        row -> row.business().equals(Facts.SECOND) && row.at().isBefore(MOVED));
    assertLists("", Callers.manager("south"), row -> !north.test(row));
    for (History.Row row : history.rows.subList(0, 30)) {
      Answer one = stage.get(LOGS + "/" + row.id(), Callers.manager("north"));
      assertThat(one.status()).isEqualTo(north.test(row) ? 200 : 404);
    }
  }

  @Test
  void anAgentSeesItsOwnMessagesSinceTheExtensionIsItsOwn() {
    Principal agent = stage.agent("agent", "102", MOVED.toString(), "north");
    assertLists(
        "", agent, row -> row.extension().equals(Optional.of("102")) && !row.at().isBefore(MOVED));
    assertLists(
        "&businessNumber=%2B12125550148",
        agent,
        row ->
            row.extension().equals(Optional.of("102"))
                && !row.at().isBefore(MOVED)
                && row.business().equals(Facts.SECOND));
  }

  @Test
  void aRowSaysEverythingThatTheContractNames() {
    History.Row sent =
        history.rows.stream()
            .filter(row -> row.status() == SendState.SENT && row.id().startsWith("m-"))
            .findFirst()
            .orElseThrow();
    JsonNode row = stage.get(LOGS + "/" + sent.id(), Callers.admin()).json();
    assertThat(row.get("from").asText()).isEqualTo(sent.business().e164());
    assertThat(row.get("to").asText()).isEqualTo(sent.client().e164());
    assertThat(row.get("direction").asText()).isEqualTo("outgoing");
    assertThat(row.get("message").asText()).isEqualTo(sent.text());
    assertThat(Instant.parse(row.get("created_at").asText())).isEqualTo(sent.at());
    assertThat(Instant.parse(row.get("sent_at").asText())).isAfterOrEqualTo(sent.at());
    assertThat(row.get("segments").asInt()).isEqualTo(1);
    assertThat(row.has("not_before") && row.has("error") && row.has("retry_of")).isTrue();
  }

  @Test
  void theJournalsRecordOfAMessageThatWeSentIsNotShownBesideIt() {
    History.Row sent =
        history.rows.stream()
            .filter(row -> row.status() == SendState.SENT && row.id().startsWith("m-"))
            .findFirst()
            .orElseThrow();
    stage.store(List.of(history.recordOf(sent, 9_000)));
    history.link(stage, 9_000, sent.id());

    assertLists("", row -> true);
    assertThat(stage.get(LOGS + "/" + Facts.id(9_000), Callers.admin()).json().get("id").asText())
        .isEqualTo(sent.id());
  }

  @Test
  void aCursorIsGoodForNobodyElseAndNotWithAChangedBit() {
    String cursor =
        stage.get(ALL + "&limit=2", Callers.manager("north")).json().get("next_cursor").asText();
    char other = cursor.charAt(9) == 'A' ? 'B' : 'A';
    assertRefused(cursor.substring(0, 9) + other + cursor.substring(10), Callers.manager("north"));
    assertRefused(cursor, Callers.manager("south"));
    assertRefused(cursor, Callers.admin());
  }

  @ParameterizedTest
  @CsvSource({
    "status=gone,status",
    "direction=internal,direction",
    "startUtc=yesterday,startUtc",
    "businessNumber=twelve,businessNumber",
    "limit=0,limit",
    "skip=2001,skip",
    "colour=red,colour",
  })
  void badInputNamesItsField(String query, String field) {
    Answer answer = stage.get(LOGS + "?" + query, Callers.admin());
    assertThat(answer.status()).as(answer.body()).isEqualTo(400);
    assertThat(answer.errorFields()).isEqualTo(field);
  }

  @Test
  void anEmptyListSaysWhy(Cloud cloud) {
    assertThat(stage.get(LOGS, Callers.manager("west")).json().get("empty_reason").asText())
        .isEqualTo("no_assigned_numbers");
    try (MessagesStage fresh = MessagesStage.emptyIn(cloud)) {
      assertThat(fresh.get(LOGS, Callers.admin()).body())
          .isEqualTo(
              "{\"sms_logs\":[],\"next_cursor\":null,\"empty_reason\":\"no_synced_data\","
                  + "\"as_of\":null,\"total\":0}");
    }
  }

  @Test
  void conversationsAreThePairsAtTheNewestMessageThatTheReaderMaySee() {
    assertConversations("", Callers.admin(), row -> true);
    assertConversations(
        "",
        Callers.manager("north"),
        row ->
            row.business().equals(Facts.MAIN)
                || (row.business().equals(Facts.SECOND) && row.at().isBefore(MOVED)));
    assertConversations(
        "&businessNumber=%2B12125550148",
        Callers.manager("south"),
        row -> row.business().equals(Facts.SECOND) && !row.at().isBefore(MOVED));
    Principal agent = stage.agent("talker", "103", "2026-01-01T00:00:00Z", "north");
    assertConversations("", agent, row -> row.extension().equals(Optional.of("103")));
  }

  @Test
  void oneConversationHasAllOfItsMessagesAndNoOther() {
    String path =
        MessagesStage.ACCOUNT
            + "/conversations/%2B12125550148/917-555-0188?startUtc=2026-10-10T00:00:00Z";
    Predicate<History.Row> pair =
        row -> row.business().equals(Facts.SECOND) && row.client().equals(Facts.CLIENT);
    assertThat(stage.walk(path, "messages", "/id", 3, Callers.admin()))
        .isEqualTo(history.ids(pair));
    assertThat(stage.walk(path, "messages", "/id", 3, Callers.manager("north")))
        .isEqualTo(history.ids(pair.and(row -> row.at().isBefore(MOVED))));
    Answer answer = stage.get(path, Callers.admin());
    assertThat(answer.json().get("opted_out").asBoolean()).isFalse();
    assertThat(answer.json().get("business_number").asText()).isEqualTo(Facts.SECOND.e164());
    assertThat(
            stage
                .get(
                    MessagesStage.ACCOUNT + "/conversations/%2B18482161220/%2B19175550100",
                    Callers.admin())
                .status())
        .isEqualTo(404);
  }

  private void assertConversations(String filter, Principal caller, Predicate<History.Row> seen) {
    Set<List<PhoneNumber>> pairs = new HashSet<>();
    List<String> expected =
        history.rows.stream()
            .filter(seen)
            .filter(row -> pairs.add(List.of(row.business(), row.client())))
            .map(History.Row::id)
            .toList();
    String path = MessagesStage.ACCOUNT + "/conversations?startUtc=2026-10-10T00:00:00Z" + filter;
    for (int limit : new int[] {1, 2, 50}) {
      assertThat(stage.walk(path, "conversations", "/last_message/id", limit, caller))
          .as("%s %s %d", filter, caller.role(), limit)
          .isEqualTo(expected);
    }
  }

  private void assertLists(String filter, Predicate<History.Row> meaning) {
    assertLists(filter, Callers.admin(), meaning);
  }

  private void assertLists(String filter, Principal caller, Predicate<History.Row> meaning) {
    for (int limit : new int[] {7, 200}) {
      assertThat(stage.walk(ALL + filter, "sms_logs", "/id", limit, caller))
          .as("%s %s", filter, caller.role())
          .isEqualTo(history.ids(meaning));
    }
  }

  private void assertRefused(String cursor, Principal caller) {
    Answer answer = stage.api.get(ALL + "&limit=2").query("cursor", cursor).as(caller).send();
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.errorFields()).isEqualTo("cursor");
  }
}
