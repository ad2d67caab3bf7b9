package callcentre.functions.voicemails;

import static callcentre.functions.voicemails.VoicemailsStage.PATH;
import static org.assertj.core.api.Assertions.assertThat;

import callcentre.api.access.Principal;
import callcentre.api.testing.Answer;
import callcentre.api.testing.Callers;
import callcentre.cloud.Cloud;
import callcentre.cloud.CloudExtension;
import callcentre.domain.calls.Agent;
import callcentre.domain.people.Extension;
import callcentre.domain.phone.PhoneNumber;
import callcentre.domain.voicemails.VoicemailFact.JournalVoicemail;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
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
class VoicemailListTest {

  private static final Instant NEWEST = Instant.parse("2026-11-21T09:00:00Z");
  private static final Instant MOVED = NEWEST.minus(Duration.ofDays(20));
  private static final String ALL = "?startUtc=2026-09-01T00:00:00Z";
  private static final List<PhoneNumber> NUMBERS =
      List.of(Facts.MAIN, new PhoneNumber("+12125550148"), new PhoneNumber("+18482161220"));
  private static final List<String> EXTENSIONS = List.of("101", "102");

  /** Newest first. */
  private final List<JournalVoicemail> history = new ArrayList<>();

  private VoicemailsStage stage;

  @BeforeAll
  void arrange(Cloud cloud) {
    Random random = new Random(5);
    for (int number = 0; number < 80; number++) {
      history.add(
          Facts.journal(
              Facts.journalId(number),
              NUMBERS.get(random.nextInt(NUMBERS.size())),
              NEWEST.minus(Duration.ofHours(13L * number)).toString(),
              EXTENSIONS.get(random.nextInt(EXTENSIONS.size())),
              random.nextBoolean()));
    }
    stage = VoicemailsStage.in(cloud);
    stage.organisations("north", "south");
    stage.assign(NUMBERS.get(0), "north", Optional.empty());
    stage.assign(NUMBERS.get(1), "north", Optional.empty());
    stage.assign(NUMBERS.get(1), "south", Optional.of(MOVED));
    stage.store(history);
  }

  @AfterAll
  void close() {
    stage.close();
  }

  @Test
  void everyFilterListsExactlyWhatARecountFinds() {
    assertLists(ALL, Callers.admin(), voicemail -> true);
    assertLists(ALL + "&status=read", Callers.admin(), JournalVoicemail::read);
    assertLists(ALL + "&status=unread", Callers.admin(), voicemail -> !voicemail.read());
    assertLists(
        ALL + "&businessNumber=" + NUMBERS.get(2).digits() + "&status=read",
        Callers.admin(),
        voicemail -> isOf(voicemail, NUMBERS.get(2)) && voicemail.read());
    assertLists(
        "?start_utc=2026-10-20T00:00:00Z&endUtc=2026-11-10T00:00:00Z",
        Callers.admin(),
        voicemail ->
            !voicemail.startedAt().isBefore(Instant.parse("2026-10-20T00:00:00Z"))
                && voicemail.startedAt().isBefore(Instant.parse("2026-11-10T00:00:00Z")));
  }

  @Test
  void aNumberThatMovedShowsEachOrganisationExactlyItsInterval() {
    Predicate<JournalVoicemail> north =
        voicemail ->
            isOf(voicemail, NUMBERS.get(0))
                || (isOf(voicemail, NUMBERS.get(1)) && voicemail.startedAt().isBefore(MOVED));
    assertLists(ALL, Callers.manager("north"), north);
    assertLists(ALL, Callers.orgAdmin("north"), north);
    assertLists(
        ALL,
        Callers.manager("south"),
        voicemail -> isOf(voicemail, NUMBERS.get(1)) && !voicemail.startedAt().isBefore(MOVED));
  }

  @Test
  void anAgentSeesWhatWasAssignedToItsExtensionWhileItWasItsOwn() {
    Principal agent = stage.agent("agent", "102", MOVED.toString());
    assertLists(
        ALL,
        agent,
        voicemail ->
            !voicemail.startedAt().isBefore(MOVED)
                && voicemail
                    .assignee()
                    .map(Agent::extension)
                    .filter(new Extension("102")::equals)
                    .isPresent());
  }

  @Test
  void aCursorIsGoodForNobodyElseAndNotWithAChangedBit() {
    String cursor =
        stage.list(ALL + "&limit=2", Callers.manager("north")).json().get("next_cursor").asText();
    char other = cursor.charAt(9) == 'A' ? 'B' : 'A';
    assertRefused(cursor.substring(0, 9) + other + cursor.substring(10), Callers.manager("north"));
    assertRefused(cursor, Callers.manager("south"));
    assertRefused(cursor, Callers.admin());
  }

  @ParameterizedTest
  @CsvSource({
    "status=heard,status",
    "startUtc=yesterday,startUtc",
    "startUtc=2025-01-01T00:00:00Z,startUtc",
    "businessNumber=twelve,businessNumber",
    "extension=101,extension",
    "limit=0,limit",
  })
  void badInputNamesItsField(String query, String field) {
    Answer answer = stage.list("?" + query, Callers.admin());
    assertThat(answer.status()).as(answer.body()).isEqualTo(400);
    assertThat(answer.errorFields()).isEqualTo(field);
  }

  @Test
  void anEmptyListSaysWhy(Cloud cloud) {
    assertThat(stage.list("", Callers.manager("west")).json().get("empty_reason").asText())
        .isEqualTo("no_assigned_numbers");
    try (VoicemailsStage fresh = VoicemailsStage.in(cloud)) {
      assertThat(fresh.list("", Callers.admin()).body())
          .isEqualTo(
              "{\"voicemails\":[],\"next_cursor\":null,\"empty_reason\":\"no_synced_data\","
                  + "\"as_of\":null,\"total\":0}");
    }
  }

  private void assertLists(String query, Principal caller, Predicate<JournalVoicemail> meaning) {
    List<String> expected =
        history.stream().filter(meaning).map(voicemail -> voicemail.id().value()).toList();
    for (int limit : new int[] {3, 200}) {
      assertThat(stage.walk(query, limit, caller)).as("%s %s", query, caller).isEqualTo(expected);
    }
    for (JournalVoicemail voicemail : history.subList(0, 20)) {
      if (query.equals(ALL)) {
        Answer answer = stage.api.get(PATH + "/" + voicemail.id()).as(caller).send();
        assertThat(answer.status()).isEqualTo(meaning.test(voicemail) ? 200 : 404);
      }
    }
  }

  private void assertRefused(String cursor, Principal caller) {
    Answer answer =
        stage.api.get(PATH + ALL + "&limit=2").query("cursor", cursor).as(caller).send();
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.errorFields()).isEqualTo("cursor");
  }

  private static boolean isOf(JournalVoicemail voicemail, PhoneNumber number) {
    return voicemail.to().filter(number::equals).isPresent();
  }
}
